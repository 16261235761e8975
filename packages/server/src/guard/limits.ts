import type { Clock } from "../clock.ts";
import { rateLimitHeaders } from "../http/rate-limit-headers.ts";
import { TooManyRequestsError } from "../limits/errors.ts";
import { createMemoryCounters } from "../limits/memory-counters.ts";
import type { GuardLimit } from "./options.ts";

export type Header = readonly [name: string, value: string];

/** The limits of an author's own service, counted in its process as Bookplate counts those of each node. */
export function createGuardLimits<Limit extends string>(
  table: Readonly<Record<Limit, GuardLimit>>,
  clock: Clock,
) {
  const now = () => clock.now().getTime();
  const counters = createMemoryCounters<Limit>(table, now);

  return {
    /** @throws {TypeError} */
    requireKnown(names: readonly Limit[]): void {
      for (const name of names)
        if (!Object.hasOwn(table, name)) throw new TypeError(`There is no limit "${name}".`);
    },

    /**
     * Takes a point from each of the limits, or from none.
     *
     * @returns the headers that say what is left
     * @throws {TooManyRequestsError}
     */
    take(names: readonly Limit[], key: string): Header[] {
      for (const name of names) {
        const use = counters.find({ policy: name, key });
        if (use && use.used >= table[name].points) {
          throw new TooManyRequestsError({
            policy: { name, ...table[name] },
            resetAt: new Date(use.endsAt),
            retryAfterMs: use.endsAt - now(),
          });
        }
      }
      const left = names.map((name) => {
        const { used, endsAt } = counters.count({ policy: name, key });
        const { points, windowSeconds } = table[name];
        return { name, points, windowSeconds, remaining: points - used, resetInMs: endsAt - now() };
      });
      return Object.entries(rateLimitHeaders(left));
    },
  };
}

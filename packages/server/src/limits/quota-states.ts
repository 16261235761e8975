import type { DailyQuota } from "../config/config.ts";
import { QuotaExceededError } from "./errors.ts";
import { endOfDay } from "./quota-days.ts";
import { type QuotaName, type QuotaScope, quotaNames } from "./quota-names.ts";
import type { Use } from "./quota-queries.ts";

/** What a reader has of one quota, today. */
export interface QuotaState {
  readonly quota: QuotaName;
  /** With what is reserved for answers that are still being written. */
  readonly used: number;
  readonly limit: number;
  readonly resetAt: Date;
  readonly resetInMs: number;
}

/** A counter in which a question counts, and how far it may go. */
export interface Counted {
  readonly subject: string;
  readonly scope: QuotaScope;
  readonly limits: DailyQuota;
}

/** Of each limited quota the counter that has the least left. */
export function tightest(
  counters: readonly Counted[],
  uses: ReadonlyMap<string, Use>,
  at: Date,
): readonly QuotaState[] {
  return quotaNames.flatMap((quota) => {
    const states = counters.flatMap(({ subject, limits }) => {
      const limit = limits[quota];
      return limit === undefined
        ? []
        : [{ quota, used: uses.get(subject)?.[quota] ?? 0, limit, ...resetAfter(at) }];
    });
    return states.toSorted((one, other) => one.limit - one.used - (other.limit - other.used)).slice(0, 1);
  });
}

/** Why a counter with this use did not take another question. */
export function toRefusal(use: Use, { scope, limits }: Counted, at: Date): QuotaExceededError {
  const spent = limits.messages !== undefined && use.messages >= limits.messages;
  const quota = spent || limits.tokens === undefined ? "messages" : "tokens";
  const limit = limits[quota] ?? 0;
  const { resetAt, resetInMs } = resetAfter(at);
  const remaining = Math.max(0, limit - use[quota]);
  return new QuotaExceededError({ quota, scope, limit, remaining, resetAt, retryAfterMs: resetInMs });
}

function resetAfter(at: Date): { resetAt: Date; resetInMs: number } {
  const resetAt = endOfDay(at);
  return { resetAt, resetInMs: resetAt.getTime() - at.getTime() };
}

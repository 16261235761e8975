import type { MiddlewareHandler } from "hono";
import { ServerBusyError } from "../accounts/errors.ts";
import type { HashingPlaces } from "../accounts/hash-pool.ts";
import type { HttpEnv } from "./app-type.ts";
import { readBody } from "./read-json.ts";
import { createTurns } from "./turns.ts";

/** Let in, to be called when it is done; or for how many milliseconds nobody else is. */
type Admission = (() => void) | number;

/**
 * In front of what crowds ask for at once, such as signing in: no more are under way than there are places to hash
 * passwords in, and the others wait in their order until somebody leaves. So hundreds that come before the first of them
 * has taken its place do no work; as soon as the places are taken they are refused, one after the other. Whoever has not
 * sent the whole body keeps no place from others.
 */
export function admitCrowds(places: HashingPlaces): MiddlewareHandler<HttpEnv> {
  const waiting: ((admission: Admission) => void)[] = [];
  const inTurn = createTurns();

  function admitNext(): void {
    const admission = waiting.length === 0 ? undefined : (places.busyForMs() ?? places.enter());
    if (admission === undefined) return;
    waiting.shift()?.(admission);
    inTurn(admitNext);
  }

  return async (c, next) => {
    if (c.req.method !== "POST") return next();
    const busyForMs = places.busyForMs();
    if (busyForMs !== undefined) throw new ServerBusyError(busyForMs);
    return readBody(c, async () => {
      const admission = await new Promise<Admission>((admit) => {
        waiting.push(admit);
        admitNext();
      });
      if (typeof admission === "number") throw new ServerBusyError(admission);
      try {
        await next();
      } finally {
        admission();
        admitNext();
      }
    });
  };
}

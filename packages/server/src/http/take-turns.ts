import type { MiddlewareHandler } from "hono";

/** Each takes about half a millisecond of the event loop before it waits for something. */
const perTurn = 4;
const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Of the requests that change something, a few begin in each turn of the event loop; the others wait for the next
 * turns, in their order. Hundreds that arrive at once, such as a flood of sign-ins, do not keep it from those who
 * only read, who are served in between.
 */
export function takeTurns(): MiddlewareHandler {
  const waiting: (() => void)[] = [];
  let begun = 0;

  function nextTurn(): void {
    const starting = waiting.splice(0, perTurn);
    begun = starting.length;
    if (begun > 0) setImmediate(nextTurn);
    for (const start of starting) start();
  }

  return async (c, next) => {
    if (reading.has(c.req.method)) return next();
    if (begun === 0) setImmediate(nextTurn);
    if (begun < perTurn) begun += 1;
    else await new Promise<void>((start) => waiting.push(start));
    return next();
  };
}

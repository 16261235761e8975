import type { MiddlewareHandler } from "hono";

/**
 * In each turn of the event loop one request begins; the others wait for the next turns, in their order. In front of
 * what crowds ask for at once, such as signing in: hundreds of them do not keep the loop from everybody else, who is
 * served in between.
 */
export function takeTurns(): MiddlewareHandler {
  const waiting: (() => void)[] = [];
  let taken = false;

  function nextTurn(): void {
    const start = waiting.shift();
    taken = start !== undefined;
    if (!start) return;
    setImmediate(nextTurn);
    start();
  }

  return async (_, next) => {
    if (taken) await new Promise<void>((start) => waiting.push(start));
    else {
      taken = true;
      setImmediate(nextTurn);
    }
    return next();
  };
}

import type { CookieJar } from "./cookie-jar.ts";
import { createLossBudget } from "./loss-budget.ts";
import type { Line } from "./network.ts";
import type { Timer, VirtualTime } from "./virtual-time.ts";

/** The server's grace, as it is set by default. */
export const graceMs = 30_000;

/** A reader's laptop or phone: while its lid is closed no timer runs and no answer arrives. */
export function createMachine(time: VirtualTime, jar?: CookieJar) {
  let overdue: (() => void)[] = [];
  const line: Line = {
    jar,
    budget: createLossBudget(time.now, graceMs),
    awake: true,
    deadUntil: 0,
    history: [],
    lastSession: 0,
    lastSeen: 0,
    whenAwake(act) {
      if (line.awake) act();
      else overdue.push(act);
    },
  };
  return {
    line,
    setTimer: (delayMs: number, act: () => void): Timer => {
      const timer = time.after(delayMs, () =>
        line.whenAwake(() => {
          if (!timer.cancelled) act();
        }),
      );
      return timer;
    },
    close(): void {
      line.awake = false;
    },
    open(): void {
      line.awake = true;
      const waiting = overdue;
      overdue = [];
      for (const act of waiting) act();
    },
  };
}

export type Machine = ReturnType<typeof createMachine>;

import type { Facts } from "./facts.ts";
import type { Line } from "./network.ts";
import { day, minute, type VirtualTime } from "./virtual-time.ts";

/** How long a session lasts, as the book promises it. */
const idleMs = { account: 7 * day, guest: 30 * day };
const absoluteMs = { account: 90 * day, guest: Number.POSITIVE_INFINITY };
/** A token that is still young is not replaced, and two nodes' clocks differ. */
const toleranceMs = 2 * minute;

/** Judges the ends of one reader's sessions by what that reader was promised. */
export function createPromise(deps: {
  time: VirtualTime;
  facts: Facts;
  line: Line;
  who: string;
  kind: "account" | "guest";
}) {
  const { time, facts, line, who, kind } = deps;
  let since: number | undefined;
  return {
    begin(): void {
      facts.signIns++;
      since = time.now();
      line.lastSession = since;
    },
    isSignedIn: () => since !== undefined,
    /** The reader was told that nobody is signed in. Fifty tabs say so once. */
    end(how: string): void {
      if (since === undefined) return;
      const age = time.now() - since;
      const idle = time.now() - line.lastSession;
      since = undefined;
      if (idle > idleMs[kind] - toleranceMs || age > absoluteMs[kind] - toleranceMs) facts.endedInTime++;
      else
        facts.falseLogouts.push(
          `${who} at ${new Date(time.now()).toISOString()}: ${how}, ${(age / day).toFixed(2)} days old, ` +
            [`${(idle / minute).toFixed(1)} minutes after the last refresh`, ...line.history].join("\n  "),
        );
    },
  };
}

export type SessionPromise = ReturnType<typeof createPromise>;

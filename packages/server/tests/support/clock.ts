import type { Clock } from "../../src/clock.ts";

export interface TestClock extends Clock {
  advance(milliseconds: number): void;
  /** From now on time passes only where the test says so: for what is true for a second more, on a busy machine too. */
  standStill(): void;
}

/** A clock that a test moves. It starts at the real time, because browsers' and databases' clocks do too. */
export function createTestClock(): TestClock {
  let aheadMs = 0;
  let stoppedAt: number | undefined;
  return {
    now: () => new Date((stoppedAt ?? Date.now()) + aheadMs),
    standStill: () => {
      stoppedAt ??= Date.now();
    },
    advance: (milliseconds) => {
      aheadMs += milliseconds;
    },
  };
}

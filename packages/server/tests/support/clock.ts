import type { Clock } from "../../src/clock.ts";

export interface TestClock extends Clock {
  advance(milliseconds: number): void;
}

/** A clock that a test moves. It starts at the real time, because browsers' and databases' clocks do too. */
export function createTestClock(): TestClock {
  let aheadMs = 0;
  return {
    now: () => new Date(Date.now() + aheadMs),
    advance: (milliseconds) => {
      aheadMs += milliseconds;
    },
  };
}

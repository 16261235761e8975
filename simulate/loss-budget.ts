import { day } from "./virtual-time.ts";

/** A crash may take an answer too: of the three that are promised to be harmless, the network leaves one. */
const perDay = 2;

/**
 * Holds the network to what is promised: no more than three answers a day whose loss is not made up for within the grace.
 * Answers that another tab or a repetition gets instead cost nothing and are lost freely.
 */
export function createLossBudget(now: () => number, graceMs: number) {
  /** When the server gave the answers that were lost and not yet made up for. */
  let waiting: number[] = [];
  let spent: number[] = [];
  return {
    mayLose(): boolean {
      spent = spent.filter((at) => at > now() - day);
      return waiting.length + spent.length < perDay;
    },
    lose(handledAt: number): void {
      waiting.push(handledAt);
    },
    receive(handledAt: number): void {
      for (const at of waiting) if (at <= handledAt && handledAt - at > graceMs) spent.push(handledAt);
      waiting = waiting.filter((at) => at > handledAt);
    },
  };
}

export type LossBudget = ReturnType<typeof createLossBudget>;

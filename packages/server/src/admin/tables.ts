import type { ColumnType } from "kysely";

/** Dates are written as `2026-11-21`, in UTC. */
type Day = ColumnType<Date, string, string>;

/** What a day that is over came to. */
export interface DayCountTable {
  day: Day;
  signUps: number;
  guests: number;
  activeDay: number;
  activeWeek: number;
  activeMonth: number;
  signIns: number;
  signInFailures: number;
  questions: number;
  unanswered: number;
}

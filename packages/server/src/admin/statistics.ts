// What days came to. A day that is over is counted once and kept as numbers; today is counted when somebody asks.
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { ValidationError } from "../domain-error.ts";
import * as queries from "./statistics-queries.ts";
import type { Statistics } from "./statistics-schemas.ts";

const dayMs = 24 * 60 * 60_000;
const mostDays = 366;
const usualDays = 30;

export function createStatistics({ database, clock }: { database: Database; clock: Clock }) {
  return {
    /**
     * @param range - days as `2026-11-21`, in UTC
     * @throws {ValidationError} the range is longer than a year, or ends before it begins
     */
    async read(range: { from?: string | undefined; to?: string | undefined }): Promise<Statistics> {
      const today = dayOf(clock.now());
      const to = range.to ?? today;
      const from = range.from ?? addDays(to, 1 - usualDays);
      if (from > to || from <= addDays(to, -mostDays)) {
        const message = `It is after \`to\`, or more than ${mostDays} days before it.`;
        throw new ValidationError([{ field: "from", code: "value-invalid", message }]);
      }
      const [days, waiting] = await Promise.all([
        queries.findDays(database, { from, to }),
        queries.countWaiting(database),
      ]);
      const items = days.map((day) => ({ ...day, complete: true }));
      if (from <= today && today <= to) {
        items.push({ date: today, ...(await queries.countDay(database, today)), complete: false });
      }
      return { items, nextCursor: null, waiting };
    },

    /** Counts yesterday, once; after midnight, while it can still be told who was here up to its end. */
    async countYesterday(): Promise<void> {
      const yesterday = dayOf(new Date(clock.now().getTime() - dayMs));
      const [counted] = await queries.findDays(database, { from: yesterday, to: yesterday });
      if (!counted) await queries.insertDay(database, yesterday, await queries.countDay(database, yesterday));
    },
  };
}

export type StatisticsDesk = ReturnType<typeof createStatistics>;

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

const addDays = (day: string, days: number) => dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs));

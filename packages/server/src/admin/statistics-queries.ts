// The numbers of days. One day is read by the time of its rows, which is where they lie; a day that is over is one row.
import { sql } from "kysely";
import type { Database } from "../database/database.ts";
import type { DayNumbers } from "./statistics-schemas.ts";

/**
 * What a day comes to, from what is stored: on the day itself so far, and exactly on the day after it.
 *
 * @param day - `2026-11-21`, in UTC
 */
export async function countDay(db: Database, day: string): Promise<DayNumbers> {
  const { rows } = await sql<DayNumbers>`
    with bounds as (select ${day}::date as day, ${day}::timestamp at time zone 'utc' as begins,
      (${day}::date + 1)::timestamp at time zone 'utc' as ends),
    -- As it was at the end of that day.
    active as (
      select
        count(*) filter (where here = day) as of_day,
        count(*) filter (where here > day - 7) as of_week,
        count(*) filter (where here > day - 30) as of_month
      from bounds, lateral (select case when last_on > day then previous_on else last_on end as here from active_day) a
    ),
    -- Apart, because they have an index each.
    accounts as (
      select count(*) as came from bounds join "user" on created_at >= begins and created_at < ends and not is_anonymous
    ),
    guests as (
      select count(*) as came from bounds join "user" on created_at >= begins and created_at < ends and is_anonymous
    ),
    events as (
      select
        count(*) filter (where kind = 'signed-in') as sign_ins,
        count(*) filter (where kind = 'sign-in-failed') as failures,
        -- Guests of an earlier day that have become accounts; those of this day are among those who came.
        count(*) filter (where kind = 'guest-promoted' and exists (
          select from "user" u where u.id = security_event.user_id and u.created_at < begins)) as promoted
      from bounds join security_event on created_at >= begins and created_at < ends
        and kind in ('signed-in', 'sign-in-failed', 'guest-promoted')
    ),
    messages as (
      select
        count(*) filter (where role = 'user') as questions,
        count(*) filter (where role = 'assistant' and (sources = '[]' and status <> 'streaming' or status = 'failed')) as unanswered
      from bounds join message on created_at >= begins and created_at < ends
    )
    select (accounts.came + promoted)::int as sign_ups, guests.came::int as guests, of_day::int as active_day,
      of_week::int as active_week, of_month::int as active_month, sign_ins::int as sign_ins,
      failures::int as sign_in_failures, questions::int as questions, unanswered::int as unanswered
    from active, accounts, guests, events, messages
  `.execute(db);
  const [numbers] = rows;
  if (!numbers) throw new TypeError("A day has no numbers.");
  return numbers;
}

export async function insertDay(db: Database, day: string, numbers: DayNumbers): Promise<void> {
  await db
    .insertInto("dayCount")
    .values({ day, ...numbers })
    .onConflict((conflict) => conflict.column("day").doNothing())
    .execute();
}

const numberNames = [
  "signUps",
  "guests",
  "activeDay",
  "activeWeek",
  "activeMonth",
  "signIns",
  "signInFailures",
  "questions",
  "unanswered",
] as const;

/** Days that are over and were counted, oldest first. */
export function findDays(db: Database, { from, to }: { from: string; to: string }) {
  return db
    .selectFrom("dayCount")
    .select(sql<string>`to_char(day, 'YYYY-MM-DD')`.as("date"))
    .select(numberNames)
    .where("day", ">=", sql<Date>`${from}::date`)
    .where("day", "<=", sql<Date>`${to}::date`)
    .orderBy("day")
    .execute();
}

/** What waits for somebody at the moment. */
export async function countWaiting(db: Database) {
  const { rows } = await sql<{ openReports: number; queuedLetters: number; failedLetters: number }>`
    select (select count(*)::int from report where status = 'open') as open_reports,
      (select count(*)::int from letter where state = 'queued') as queued_letters,
      (select count(*)::int from letter where state = 'failed') as failed_letters
  `.execute(db);
  return rows[0] ?? { openReports: 0, queuedLetters: 0, failedLetters: 0 };
}

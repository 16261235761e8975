import { sql } from "kysely";
import type { Database } from "../database/database.ts";

/**
 * Notes on which day readers with an account were here. Call it before the sightings are written: whoever was seen
 * on this day already costs a look at their session and nothing else.
 */
export async function noteActiveDays(
  db: Database,
  sightings: readonly { sessionId: string; at: Date }[],
): Promise<void> {
  await sql`
    insert into active_day (user_id, last_on)
    select s.user_id, max((seen.at at time zone 'utc')::date)
    from unnest(
      ${sightings.map(({ sessionId }) => sessionId)}::uuid[],
      ${sightings.map(({ at }) => at)}::timestamptz[]
    ) as seen (session_id, at)
      join session s on s.id = seen.session_id
      join "user" u on u.id = s.user_id and not u.is_anonymous
    where s.last_seen_at is null or (s.last_seen_at at time zone 'utc')::date < (seen.at at time zone 'utc')::date
    group by s.user_id order by s.user_id
    on conflict (user_id) do update set previous_on = active_day.last_on, last_on = excluded.last_on
      where active_day.last_on < excluded.last_on
  `.execute(db);
}

/** For the copy that a reader takes along. */
export function listActiveDays(db: Database, userId: string) {
  return db
    .selectFrom("activeDay")
    .select([sql<string>`last_on::text`.as("lastOn"), sql<string | null>`previous_on::text`.as("previousOn")])
    .where("userId", "=", userId)
    .execute();
}

import { sql } from "kysely";
import type { Database } from "../packages/server/src/database/database.ts";

/** What a replica has received up to now. */
export async function copySessions(db: Database): Promise<void> {
  await sql`drop table if exists lagging_replica`.execute(db);
  await sql`create table lagging_replica as select * from session`.execute(db);
}

/** The replica takes over: what came after the copy never was. */
export async function forgetSince(db: Database): Promise<void> {
  await sql`
    update session set
      refresh_counter = replica.refresh_counter, refreshed_at = replica.refreshed_at, expires_at = replica.expires_at,
      successor_used = replica.successor_used, recoveries = replica.recoveries, recoveries_since = replica.recoveries_since
    from lagging_replica as replica where replica.id = session.id`.execute(db);
}

/** How often each kind of security event was recorded. */
export async function countEvents(db: Database): Promise<Record<string, number>> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select kind, count(*)::int as count from security_event group by kind`.execute(db);
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}

/** What the server knows of a theft from this reader: the event and the letter. */
export async function findTheft(
  db: Database,
  email: string,
): Promise<{ foundAt: number | undefined; toldByLetter: boolean }> {
  const { rows } = await sql<{ at: Date; letters: number }>`
    select event.created_at as at,
      (select count(*)::int from letter where recipient = reader.email and kind = 'session-stolen') as letters
    from security_event as event join "user" as reader on reader.id = event.user_id
    where reader.email = ${email} and event.kind = 'refresh-reused'
    order by event.created_at limit 1`.execute(db);
  const row = rows[0];
  return { foundAt: row?.at.getTime(), toldByLetter: (row?.letters ?? 0) > 0 };
}

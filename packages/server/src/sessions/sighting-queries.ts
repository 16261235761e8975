import { sql } from "kysely";
import type { Database } from "../database/database.ts";

/** One statement for all that were seen; a row that has nothing new to learn is not written. */
export async function recordSightings(
  db: Database,
  sightings: readonly { sessionId: string; counter: number; at: Date }[],
  { everyMs }: { everyMs: number },
): Promise<void> {
  // Always in one order, so that the batches of two nodes do not wait for each other in a circle.
  const ordered = sightings.toSorted((a, b) => (a.sessionId < b.sessionId ? -1 : 1));
  await sql`
    update session set
      successor_used = session.successor_used or session.refresh_counter = seen.counter,
      last_seen_at = greatest(session.last_seen_at, seen.at)
    from unnest(
      ${ordered.map(({ sessionId }) => sessionId)}::uuid[],
      ${ordered.map(({ counter }) => counter)}::integer[],
      ${ordered.map(({ at }) => at)}::timestamptz[]
    ) as seen (session_id, counter, at)
    where session.id = seen.session_id and (
      (session.refresh_counter = seen.counter and not session.successor_used)
      or greatest(session.refreshed_at, session.last_seen_at) <= seen.at - make_interval(secs => ${everyMs / 1000}))
  `.execute(db);
}

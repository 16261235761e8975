// Points of limits that several nodes count together. What a crash of the database forgets is a minute's counting.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // Rows are updated in place, within the room that is left on their page: no index knows what changes.
  await sql`
    create unlogged table limit_counter (
      key text primary key,
      used integer not null,
      points integer not null,
      ends_at timestamptz not null
    ) with (fillfactor = 50)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table limit_counter`.execute(db);
}

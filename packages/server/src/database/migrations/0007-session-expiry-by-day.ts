// A refresh moves the end of its session, and an index on that moment had to be changed with it, each time. The day
// changes once a day: on all other refreshes Postgres can write the row beside itself and leave every index alone.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop index session_by_expiry`.execute(db);
  await sql`alter table session add column expires_on date
    generated always as ((expires_at at time zone 'UTC')::date) stored`.execute(db);
  await sql`create index session_by_expiry_day on session (expires_on)`.execute(db);
  // Room on each page for the next version of a row.
  await sql`alter table session set (fillfactor = 80)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table session reset (fillfactor)`.execute(db);
  await sql`alter table session drop column expires_on`.execute(db);
  await sql`create index session_by_expiry on session (expires_at)`.execute(db);
}

// The link of the terminal that makes somebody the first administrator: at most one counts, so there is one row.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table admin_claim (
    only_one boolean primary key default true check (only_one),
    key_hash bytea not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table admin_claim`.execute(db);
}

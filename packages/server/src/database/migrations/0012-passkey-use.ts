// When a passkey was used last, and which challenges have been answered.
import { type Kysely, sql } from "kysely";

const statements = [
  `alter table passkey add column last_used_at timestamptz`,
  `create table answered_challenge (
    id bytea primary key,
    expires_at timestamptz not null
  )`,
  `create index answered_challenge_by_expiry on answered_challenge (expires_at)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`drop table answered_challenge`).execute(db);
  await sql.raw(`alter table passkey drop column last_used_at`).execute(db);
}

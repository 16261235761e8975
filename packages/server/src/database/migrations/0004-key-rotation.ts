// When a signing key begins to sign, and which server secrets have made tokens until when.
import { type Kysely, sql } from "kysely";

const statements = [
  `alter table jwks add column activates_at timestamptz not null default now()`,
  `update jwks set activates_at = created_at`,
  // The check value tells a secret that was exchanged under its old id; the secret cannot be found from it.
  `create table server_secret (
    id text primary key,
    check_value bytea not null,
    mints_until timestamptz not null
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`drop table server_secret`).execute(db);
  // A key that waits for its turn would sign at once.
  await sql.raw(`delete from jwks where activates_at > created_at and activates_at > now()`).execute(db);
  await sql.raw(`alter table jwks drop column activates_at`).execute(db);
}

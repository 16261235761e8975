// Sessions that are bound to a key (RFC 9449), and the proofs that were used up.
import { type Kysely, sql } from "kysely";

const statements = [
  // A key is proven by apps and other sites; the book's own pages have a cookie that no script can read.
  `alter table session add column dpop_thumbprint text,
    add constraint session_bound_in_body check (dpop_thumbprint is null or delivery = 'body')`,
  `create table dpop_proof (
    id bytea primary key,
    expires_at timestamptz not null
  )`,
  `create index dpop_proof_by_expiry on dpop_proof (expires_at)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`drop table dpop_proof`).execute(db);
  // The constraint goes with its column.
  await sql.raw(`alter table session drop column dpop_thumbprint`).execute(db);
}

// A node that does not hear the others asks for each request whether its session or user was revoked.
import { type Kysely, sql } from "kysely";

const statements = [
  `create index revocation_by_session on revocation (session_id) where session_id is not null`,
  `create index revocation_by_user on revocation (user_id) where user_id is not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const index of ["revocation_by_session", "revocation_by_user"])
    await sql.raw(`drop index ${index}`).execute(db);
}

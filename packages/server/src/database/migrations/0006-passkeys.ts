// Passkeys (WebAuthn credentials) of accounts.
import { type Kysely, sql } from "kysely";

const statements = [
  // The counter is an unsigned 32-bit number: more than `integer` holds, and `bigint` arrives as text.
  `create table passkey (
    id uuid primary key,
    user_id uuid not null references "user" (id) on delete cascade,
    name text,
    credential_id text not null unique,
    public_key text not null,
    counter double precision not null,
    device_type text not null,
    backed_up boolean not null,
    transports text,
    aaguid text,
    created_at timestamptz
  )`,
  `create index passkey_by_user on passkey (user_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`drop table passkey`).execute(db);
}

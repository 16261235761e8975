// Sign-ins that are on their way to a provider and back.
import { type Kysely, sql } from "kysely";

const statements = [
  // First it waits for the provider's answer (`state_hash`), then for the page that takes it up (`code_hash`).
  `create table provider_flow (
    id uuid primary key,
    purpose text not null check (purpose in ('sign-in', 'link')),
    provider text not null,
    holder_hash bytea not null,
    delivery text not null check (delivery in ('cookie', 'body')),
    state_hash bytea unique,
    code_verifier text,
    nonce text,
    code_hash bytea unique,
    identity jsonb,
    user_id uuid references "user" (id) on delete cascade,
    session_id uuid,
    guest_id uuid references "user" (id) on delete set null,
    language text not null,
    return_to text not null,
    error_to text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    check ((purpose = 'link') = (user_id is not null)),
    check ((user_id is null) = (session_id is null)),
    check ((code_hash is null) = (identity is null))
  )`,
  `create index provider_flow_by_expiry on provider_flow (expires_at)`,
  `create index provider_flow_by_user on provider_flow (user_id) where user_id is not null`,
  `create index provider_flow_by_guest on provider_flow (guest_id) where guest_id is not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`drop table provider_flow`).execute(db);
}

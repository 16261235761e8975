// Time-based one-time codes as a second factor, what stands in for them, and sign-ins that wait for one.
import { type Kysely, sql } from "kysely";

const statements = [
  `create table totp_secret (
    id uuid primary key,
    user_id uuid not null references "user" (id) on delete cascade,
    contents text not null,
    confirmed_at timestamptz,
    last_used_step integer,
    wrong_codes integer not null default 0,
    rests_until timestamptz,
    created_at timestamptz not null
  )`,
  // One that counts, and beside it one that is being set up.
  `create unique index totp_secret_by_user on totp_secret (user_id, (confirmed_at is null))`,
  `create table recovery_code (
    totp_secret_id uuid not null references totp_secret (id) on delete cascade,
    code_hash bytea not null,
    created_at timestamptz not null,
    primary key (totp_secret_id, code_hash)
  )`,
  `create table trusted_device (
    id uuid primary key,
    user_id uuid not null references "user" (id) on delete cascade,
    token_hash bytea not null unique,
    epoch integer not null,
    ip_address text,
    user_agent text,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create index trusted_device_by_user on trusted_device (user_id, id)`,
  `create index trusted_device_by_expiry on trusted_device (expires_at)`,
  `create table sign_in_challenge (
    id uuid primary key,
    token_hash bytea not null unique,
    browser_hash bytea,
    user_id uuid not null references "user" (id) on delete cascade,
    epoch integer not null,
    delivery text not null check (delivery in ('cookie', 'body')),
    dpop_thumbprint text,
    guest_id uuid references "user" (id) on delete set null,
    keep_guest_chats boolean not null,
    claimable boolean not null,
    wrong_codes integer not null default 0,
    expires_at timestamptz not null,
    check (browser_hash is not null or delivery = 'body'),
    check (dpop_thumbprint is null or delivery = 'body')
  )`,
  `create index sign_in_challenge_by_user on sign_in_challenge (user_id)`,
  `create index sign_in_challenge_by_guest on sign_in_challenge (guest_id)`,
  `create index sign_in_challenge_by_expiry on sign_in_challenge (expires_at)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`update "user" set two_factor_enabled = false where two_factor_enabled`).execute(db);
  const tables = ["sign_in_challenge", "trusted_device", "recovery_code", "totp_secret"];
  for (const table of tables) await sql.raw(`drop table ${table}`).execute(db);
}

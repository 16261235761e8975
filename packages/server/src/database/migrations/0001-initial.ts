// The first schema: people, sessions, letters, chats and the book's passages. There is no older version.
import { type Kysely, sql } from "kysely";

const statements = [
  // People. Better Auth's core tables, in snake case, with our columns beside its own.
  `create table "user" (
    id uuid primary key,
    email text not null unique,
    email_verified boolean not null default false,
    name text not null default '',
    image text,
    role text not null default 'user' check (role in ('user', 'moderator', 'admin')),
    is_anonymous boolean not null default false,
    epoch integer not null default 0,
    banned boolean not null default false,
    ban_reason text,
    ban_expires timestamptz,
    two_factor_enabled boolean not null default false,
    merged_into uuid references "user" (id) on delete cascade,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create index user_by_merged_into on "user" (merged_into) where merged_into is not null`,
  `create table account (
    id uuid primary key,
    account_id text not null,
    provider_id text not null,
    user_id uuid not null references "user" (id) on delete cascade,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    password text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (provider_id, account_id)
  )`,
  `create index account_by_user on account (user_id)`,
  `create table verification (
    id uuid primary key,
    identifier text not null,
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create index verification_by_identifier on verification (identifier)`,
  `create table jwks (
    id uuid primary key,
    public_key text not null,
    private_key text not null,
    alg text,
    crv text,
    created_at timestamptz not null,
    expires_at timestamptz
  )`,

  // A session row is the session; tokens are computed from its id and counter, never stored.
  `create table session (
    id uuid primary key,
    token text not null unique,
    user_id uuid not null references "user" (id) on delete cascade,
    expires_at timestamptz not null,
    absolute_expires_at timestamptz,
    auth_time timestamptz not null,
    delivery text not null check (delivery in ('cookie', 'body')),
    refresh_counter integer not null default 1,
    refreshed_at timestamptz not null,
    successor_used boolean not null default false,
    recoveries integer not null default 0,
    recoveries_since timestamptz,
    claimable_guest_id uuid references "user" (id) on delete set null,
    ip_address text,
    user_agent text,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create index session_by_user on session (user_id)`,
  `create index session_by_expiry on session (expires_at)`,
  `create index session_by_claimable_guest on session (claimable_guest_id) where claimable_guest_id is not null`,
  // What nodes refuse at once: one session, or every token of a user below an epoch.
  `create table revocation (
    id uuid primary key,
    session_id uuid,
    user_id uuid,
    least_epoch integer,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    check ((session_id is null) <> (user_id is null)),
    check ((user_id is null) = (least_epoch is null))
  )`,
  `create index revocation_by_expiry on revocation (expires_at)`,

  // Somebody who typed an address that nobody has proven yet. Several may stand side by side.
  `create table pending_registration (
    id uuid primary key,
    email text not null,
    name text not null,
    password_hash text not null,
    language text not null,
    guest_id uuid references "user" (id) on delete set null,
    proof_hash bytea not null unique,
    wrong_passwords integer not null default 0,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create index pending_registration_by_email on pending_registration (email)`,
  `create index pending_registration_by_expiry on pending_registration (expires_at)`,
  `create index pending_registration_by_guest on pending_registration (guest_id) where guest_id is not null`,
  // What a letter carries: a token (its hash) and a code (its keyed hash), for one purpose and one address.
  `create table letter_token (
    id uuid primary key,
    purpose text not null check (purpose in ('verify-registration', 'verify-user')),
    token_hash bytea not null unique,
    code_hash bytea not null,
    code_expires_at timestamptz not null,
    wrong_codes integer not null default 0,
    email text not null,
    pending_registration_id uuid references pending_registration (id) on delete cascade,
    user_id uuid references "user" (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    check ((pending_registration_id is null) <> (user_id is null))
  )`,
  `create index letter_token_by_registration on letter_token (pending_registration_id)`,
  `create index letter_token_by_user on letter_token (user_id)`,
  `create index letter_token_by_expiry on letter_token (expires_at)`,
  // The outbox. The letter's contents are encrypted, because they carry tokens, and go once it is sent.
  `create table letter (
    id uuid primary key,
    recipient text not null,
    kind text not null,
    contents text,
    state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
    attempts integer not null default 0,
    last_error text,
    created_at timestamptz not null,
    sent_at timestamptz
  )`,
  `create index letter_by_age on letter (created_at, id)`,

  `create table preference (
    user_id uuid primary key references "user" (id) on delete cascade,
    theme text not null check (theme in ('system', 'light', 'dark')),
    language text not null,
    notify_product boolean not null,
    notify_replies boolean not null,
    updated_at timestamptz not null
  )`,
  `create table security_event (
    id uuid primary key,
    kind text not null,
    user_id uuid references "user" (id) on delete cascade,
    session_id uuid,
    ip_address text,
    user_agent text,
    detail jsonb not null,
    created_at timestamptz not null
  )`,
  `create index security_event_by_user on security_event (user_id, id)`,

  `create table conversation (
    id uuid primary key,
    owner_id uuid not null references "user" (id) on delete cascade,
    title text,
    page text,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create index conversation_by_owner on conversation (owner_id, updated_at desc, id desc)`,
  `create table message (
    id uuid primary key,
    conversation_id uuid not null references conversation (id) on delete cascade,
    role text not null check (role in ('user', 'assistant')),
    content text not null,
    sources jsonb not null default '[]',
    status text not null check (status in ('streaming', 'complete', 'failed', 'hidden')),
    page text,
    selection text,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create index message_by_conversation on message (conversation_id, id)`,
  // One running answer per conversation, decided by the database, not by a check before the insert.
  `create unique index message_one_streaming on message (conversation_id) where status = 'streaming'`,

  // The book's text, split at its headings. Derived from the Markdown files, so it can be rebuilt at any time.
  `create table passage (
    id uuid primary key,
    source text not null,
    position integer not null,
    url text not null,
    page_title text not null,
    heading text not null,
    text text not null,
    source_hash text not null,
    search tsvector not null,
    unique (source, position)
  )`,
  `create index passage_by_search on passage using gin (search)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const tables = [
    "passage",
    "message",
    "conversation",
    "security_event",
    "preference",
    "letter",
    "letter_token",
    "pending_registration",
    "revocation",
    "session",
    "jwks",
    "verification",
    "account",
    `"user"`,
  ];
  for (const table of tables) await sql.raw(`drop table ${table}`).execute(db);
}

// Letters for more than proving an address: a new password, another address and the way back, signing in.
// And the letters that were asked for and are not decided yet.
import { type Kysely, sql } from "kysely";

const statements = [
  // A link to undo a change has no code; a code may belong to the one request that asked for it. Where nobody has the
  // address that was typed, a row without an owner stands in, so that guessing at its code is the same work.
  `alter table letter_token
    alter column code_hash drop not null,
    alter column code_expires_at drop not null,
    add column request_hash bytea,
    add column detail jsonb not null default '{}',
    drop constraint letter_token_check,
    drop constraint letter_token_purpose_check,
    add constraint letter_token_code_check check ((code_hash is null) = (code_expires_at is null)),
    add constraint letter_token_purpose_check check (purpose in ('verify-registration', 'verify-user',
      'reset-password', 'change-email', 'undo-email-change', 'magic-link', 'step-up')),
    add constraint letter_token_owner_check check (case
      when purpose = 'verify-registration' then pending_registration_id is not null and user_id is null
      when purpose in ('magic-link', 'reset-password') then pending_registration_id is null
      else pending_registration_id is null and user_id is not null end)`,
  `create index letter_token_by_email on letter_token (email)`,
  `create index letter_token_by_request on letter_token (request_hash) where request_hash is not null`,
  `create table letter_request (
    id uuid primary key,
    kind text not null,
    email text not null,
    user_id uuid references "user" (id) on delete cascade,
    pending_registration_id uuid references pending_registration (id) on delete cascade,
    detail jsonb not null default '{}',
    created_at timestamptz not null
  )`,
  `create index letter_request_by_age on letter_request (created_at)`,
  `create index letter_request_by_user on letter_request (user_id) where user_id is not null`,
  `create index letter_request_by_registration on letter_request (pending_registration_id)
    where pending_registration_id is not null`,
];

const reversals = [
  `drop table letter_request`,
  `drop index letter_token_by_email`,
  `delete from letter_token where purpose not in ('verify-registration', 'verify-user')`,
  // The index and the constraint on its columns go with them.
  `alter table letter_token
    drop constraint letter_token_code_check,
    drop constraint letter_token_purpose_check,
    drop constraint letter_token_owner_check,
    drop column request_hash,
    drop column detail,
    alter column code_hash set not null,
    alter column code_expires_at set not null,
    add constraint letter_token_check check ((pending_registration_id is null) <> (user_id is null)),
    add constraint letter_token_purpose_check check (purpose in ('verify-registration', 'verify-user'))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of reversals) await sql.raw(statement).execute(db);
}

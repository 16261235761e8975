// Letters that are tried again until they are out: when the next attempt is due, what became of them at the other
// end, addresses that no letter goes to any more, and news for those who asked for them.
import { type Kysely, sql } from "kysely";

const statements = [
  // Claiming a letter moves its next attempt past the end of this one, so a node that dies gives it back by itself.
  `alter table letter
    add column priority smallint not null default 0,
    add column next_attempt_at timestamptz not null default 'epoch',
    add column blocked boolean not null default false,
    add column sent_by text,
    add column provider_id text,
    add column delivery text,
    drop constraint letter_state_check,
    add constraint letter_state_check check (state in ('queued', 'sent', 'failed', 'suppressed')),
    add constraint letter_delivery_check check (delivery in ('delayed', 'delivered', 'bounced', 'complained'))`,
  `create index letter_due on letter (priority, next_attempt_at, id) where state = 'queued'`,
  `create index letter_failed on letter (created_at, id) where state = 'failed'`,
  `create index letter_by_recipient on letter (recipient, created_at)`,
  `create table suppressed_address (
    email text primary key,
    reason text not null check (reason in ('bounced', 'complained', 'unreachable')),
    created_at timestamptz not null,
    ends_at timestamptz not null
  )`,
  `create index suppressed_address_by_end on suppressed_address (ends_at)`,
  // The provider repeats an event until it is answered, and may do so again much later.
  `create table delivery_event (
    id text primary key,
    letter_id uuid not null references letter (id) on delete cascade,
    kind text not null check (kind in ('delayed', 'delivered', 'bounced', 'complained')),
    at timestamptz not null
  )`,
  `create index delivery_event_by_letter on delivery_event (letter_id)`,
  `create table announcement (
    id text primary key,
    subject text not null,
    text text not null,
    created_at timestamptz not null,
    last_user_id uuid,
    letters integer not null default 0,
    finished_at timestamptz
  )`,
];

const reversals = [
  `drop table announcement`,
  `drop table delivery_event`,
  `drop table suppressed_address`,
  `drop index letter_by_recipient`,
  `drop index letter_failed`,
  `drop index letter_due`,
  `update letter set state = 'failed' where state = 'suppressed'`,
  `alter table letter
    drop constraint letter_delivery_check,
    drop constraint letter_state_check,
    add constraint letter_state_check check (state in ('queued', 'sent', 'failed')),
    drop column delivery,
    drop column provider_id,
    drop column sent_by,
    drop column blocked,
    drop column next_attempt_at,
    drop column priority`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of reversals) await sql.raw(statement).execute(db);
}

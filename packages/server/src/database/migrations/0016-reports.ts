// What readers say about answers: a thumb, and reports for moderators with the messages around the reported one.
import { type Kysely, sql } from "kysely";

const statements = [
  // What a hidden message is again, when it is shown again.
  `alter table message add column status_before_hidden text check (status_before_hidden in ('complete', 'failed'))`,
  `create table message_feedback (
    message_id uuid primary key references message (id) on delete cascade,
    rating text not null check (rating in ('up', 'down')),
    comment text,
    created_at timestamptz not null
  )`,
  // The excerpt outlives the conversation, not its owner.
  `create table report (
    id uuid primary key,
    owner_id uuid not null references "user" (id) on delete cascade,
    message_id uuid references message (id) on delete set null,
    reason text not null check (reason in ('wrong', 'harmful', 'offensive', 'privacy', 'other')),
    comment text,
    excerpt jsonb not null,
    status text not null check (status in ('open', 'resolved', 'dismissed')),
    action text not null check (action in ('none', 'hide', 'show')),
    note text,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  // The queue, oldest first: ids are in the order of their making.
  `create index report_by_status on report (status, id)`,
  `create index report_by_owner on report (owner_id)`,
  `create unique index report_by_message on report (message_id)`,
  `create index report_closed on report (updated_at) where status <> 'open'`,
];

const reversals = [
  `drop table report`,
  `drop table message_feedback`,
  `update message set status = coalesce(status_before_hidden, 'complete') where status = 'hidden'`,
  `alter table message drop column status_before_hidden`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of reversals) await sql.raw(statement).execute(db);
}

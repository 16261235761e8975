// How much was asked in a day, what answers that are being written may still cost, and limits of one's own.
import { type Kysely, sql } from "kysely";

const statements = [
  // Without an owner the answer still counts for its network and the server. Made before the counters are, so
  // that deleting a reader meets these rows first, in the order in which an answer is settled.
  `create table quota_reservation (
    answer_id uuid primary key,
    owner_id uuid references "user" (id) on delete set null,
    network text,
    day date not null,
    tokens integer not null,
    reserved_at timestamptz not null
  )`,
  `create index quota_reservation_by_owner on quota_reservation (owner_id) where owner_id is not null`,
  `create index quota_reservation_by_age on quota_reservation (reserved_at)`,
  `create table quota_use (
    subject text not null,
    day date not null,
    owner_id uuid references "user" (id) on delete cascade,
    messages integer not null,
    tokens integer not null,
    primary key (subject, day)
  )`,
  `create index quota_use_by_owner on quota_use (owner_id) where owner_id is not null`,
  `create index quota_use_by_day on quota_use (day)`,
  `create table quota_override (
    user_id uuid primary key references "user" (id) on delete cascade,
    messages integer,
    tokens integer,
    updated_at timestamptz not null
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`drop table quota_override, quota_use, quota_reservation`).execute(db);
}

// When a session was last seen, and the devices that an account has signed in from.
import { type Kysely, sql } from "kysely";

const statements = [
  // Empty until the first sighting: a refresh moves `refreshed_at`, and the later of the two counts.
  `alter table session add column last_seen_at timestamptz`,
  // The list of a reader's sessions is paged by id; the foreign key uses the same index.
  `create index session_by_user_and_id on session (user_id, id)`,
  `drop index session_by_user`,
  // A mark is a hash over the user's id too, so that the rows of two accounts of one browser are not linked.
  `create table known_device (
    user_id uuid not null references "user" (id) on delete cascade,
    mark bytea not null,
    last_used_at timestamptz not null,
    primary key (user_id, mark)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`drop table known_device`).execute(db);
  await sql.raw(`create index session_by_user on session (user_id)`).execute(db);
  await sql.raw(`drop index session_by_user_and_id`).execute(db);
  await sql.raw(`alter table session drop column last_seen_at`).execute(db);
}

// Places of the book that readers keep, and what a claim that is repeated is answered with.
import { type Kysely, sql } from "kysely";

const statements = [
  `alter table "user" add column merged_conversations integer`,
  `create table bookmark (
    id uuid primary key,
    owner_id uuid not null references "user" (id) on delete cascade,
    page text not null,
    anchor text,
    note text,
    created_at timestamptz not null,
    unique nulls not distinct (owner_id, page, anchor)
  )`,
  // The list, newest first: ids are in the order of their making.
  `create index bookmark_by_owner on bookmark (owner_id, id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`drop table bookmark`).execute(db);
  await sql.raw(`alter table "user" drop column merged_conversations`).execute(db);
}

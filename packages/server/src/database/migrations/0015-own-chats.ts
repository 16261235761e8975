// A client's own name of a question, under which it counts once; and the letters that a search compares.
import { type Kysely, sql } from "kysely";

const statements = [
  `alter table message add column client_id text`,
  `create unique index message_by_client_id on message (conversation_id, client_id) where client_id is not null`,
  // Accents of what was said before stay as they are: only the program can tell them from letters.
  `alter table message add column search text not null default ''`,
  `update message set search = lower(content) where status <> 'streaming'`,
  `alter table conversation add column search text not null default ''`,
  `update conversation set search = lower(title) where title is not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table conversation drop column search`).execute(db);
  await sql.raw(`alter table message drop column search`).execute(db);
  await sql.raw(`alter table message drop column client_id`).execute(db);
}

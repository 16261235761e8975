// A plain unique index makes its column part of what "for key share" protects: whoever changed an address would wait for
// every row that is just being written about the account, and two that wait for each other are a deadlock. Nothing refers
// to an account by its address, and an index with a condition, here one that always holds, is no such key.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table "user" drop constraint user_email_key`.execute(db);
  await sql`create unique index user_email_key on "user" (email) where email is not null`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index user_email_key`.execute(db);
  await sql`alter table "user" add constraint user_email_key unique (email)`.execute(db);
}

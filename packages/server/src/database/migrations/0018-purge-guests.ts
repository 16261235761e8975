// Guests are walked through by their ids, oldest first, without passing the accounts between them.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index user_guests on "user" (id) where is_anonymous`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index user_guests`.execute(db);
}

import { sql } from "kysely";
import type { Database } from "../database/database.ts";

/** How many stored passwords, of accounts and of registrations that wait, begin like this. */
export async function countPrehashedWith(db: Database, beginning: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*)::int from account where starts_with(password, ${beginning}))
      + (select count(*)::int from pending_registration where starts_with(password_hash, ${beginning})) as count
  `.execute(db);
  return rows[0]?.count ?? 0;
}

/** How many codes are good that a secret may have made which made nothing later than `until`. */
export async function countCodesMadeBy(db: Database, made: { until: Date; now: Date }): Promise<number> {
  const { count } = await db
    .selectFrom("letterToken")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("createdAt", "<=", made.until)
    .where("codeExpiresAt", ">", made.now)
    .executeTakeFirstOrThrow();
  return Number(count);
}

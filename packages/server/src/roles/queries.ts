import type { Transaction } from "../database/database.ts";

/** The administrators who can act, locked in one order: of two who leave at once, one sees that he is the last. */
export async function lockAdmins(trx: Transaction, now: Date): Promise<string[]> {
  const rows = await trx
    .selectFrom("user")
    .select("id")
    .where("role", "=", "admin")
    .where((eb) => eb.or([eb("banned", "=", false), eb("banExpires", "<=", now)]))
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

import type { Insertable } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { RevocationTable } from "./tables.ts";

export function listUnexpired(db: Database, now: Date) {
  return db
    .selectFrom("revocation")
    .select(["sessionId", "userId", "leastEpoch", "expiresAt"])
    .where("expiresAt", ">", now)
    .orderBy("id")
    .execute();
}

export async function insertRevocations(
  trx: Transaction,
  rows: Insertable<RevocationTable>[],
): Promise<void> {
  await trx.insertInto("revocation").values(rows).execute();
}

export async function deleteExpired(db: Database, now: Date): Promise<void> {
  await db.deleteFrom("revocation").where("expiresAt", "<=", now).execute();
}

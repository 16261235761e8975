import { sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { SuppressedAddressTable } from "./tables.ts";

export function findSuppression(db: Database, email: string, now: Date) {
  return db
    .selectFrom("suppressedAddress")
    .select("reason")
    .where("email", "=", email)
    .where("endsAt", ">", now)
    .executeTakeFirst();
}

/** One that lasts longer stays as it is. */
export async function upsertSuppression(
  db: Database | Transaction,
  suppression: SuppressedAddressTable,
): Promise<void> {
  await db
    .insertInto("suppressedAddress")
    .values(suppression)
    .onConflict((conflict) =>
      conflict
        .column("email")
        .doUpdateSet({
          reason: suppression.reason,
          createdAt: suppression.createdAt,
          endsAt: suppression.endsAt,
        })
        .where("suppressedAddress.endsAt", "<", sql<Date>`excluded.ends_at`),
    )
    .execute();
}

export function listSuppressions(db: Database, now: Date, limit: number): Promise<SuppressedAddressTable[]> {
  return db
    .selectFrom("suppressedAddress")
    .selectAll()
    .where("endsAt", ">", now)
    .orderBy("createdAt", "desc")
    .limit(limit)
    .execute();
}

/** @returns whether it was suppressed */
export async function deleteSuppression(db: Database | Transaction, email: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("suppressedAddress")
    .where("email", "=", email)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function deleteEndedSuppressions(db: Database, now: Date): Promise<void> {
  await db.deleteFrom("suppressedAddress").where("endsAt", "<=", now).execute();
}

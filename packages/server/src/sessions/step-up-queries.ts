import { sql } from "kysely";
import type { Transaction } from "../database/database.ts";

/** @returns whether the session is still there */
export async function moveAuthTime(
  trx: Transaction,
  to: { sessionId: string; userId: string; authTime: Date },
): Promise<boolean> {
  const row = await trx
    .updateTable("session")
    .set({ authTime: to.authTime, updatedAt: to.authTime })
    .where("id", "=", to.sessionId)
    .where("userId", "=", to.userId)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** What other sessions of the user have proven lately counts as if it were from then. */
export async function ageOtherProofs(
  trx: Transaction,
  of: { userId: string; exceptSessionId: string; to: Date },
): Promise<void> {
  await trx
    .updateTable("session")
    .set({ authTime: sql<Date>`least(auth_time, ${of.to}::timestamptz)` })
    .where("userId", "=", of.userId)
    .where("id", "<>", of.exceptSessionId)
    .execute();
}

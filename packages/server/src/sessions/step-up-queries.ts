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

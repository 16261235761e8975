import type { Database, Transaction } from "../database/database.ts";

const columns = [
  "id",
  "role",
  "isAnonymous",
  "mergedInto",
  "twoFactorEnabled",
  "banned",
  "banReason",
  "banExpires",
  "bannedAt",
] as const;

/**
 * These users together with all administrators, held to the end of the transaction, in the order of their ids: of two
 * administrators who act on each other at once one waits, and then sees what the other has done. Nobody waits in a
 * circle, and of two who leave at once one sees that he is the last.
 */
export function lockWithAdmins(trx: Transaction, userIds: readonly string[]) {
  return trx
    .selectFrom("user")
    .select(columns)
    .where((eb) => eb.or([eb("id", "in", userIds), eb("role", "=", "admin")]))
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
}

/** A user as staff act on them. */
export type Person = Awaited<ReturnType<typeof lockWithAdmins>>[number];

export async function updateRole(trx: Transaction, change: { userId: string; role: string; at: Date }) {
  await trx
    .updateTable("user")
    .set({ role: change.role, updatedAt: change.at })
    .where("id", "=", change.userId)
    .execute();
}

/** How many accounts have each role that is more than a reader's. */
export function countStaff(db: Database) {
  return db
    .selectFrom("user")
    .select(["role", (eb) => eb.fn.countAll().as("accounts")])
    .where("role", "<>", "user")
    .groupBy("role")
    .orderBy("role")
    .execute();
}

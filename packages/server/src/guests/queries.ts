import type { Database, Transaction } from "../database/database.ts";

/**
 * Locks the guest's row, if it still is a live guest: not an account by now, and not merged. Every claim
 * of one guest queues here, so that one of them wins.
 */
export async function lockLiveGuest(trx: Transaction, guestId: string): Promise<boolean> {
  const row = await trx
    .selectFrom("user")
    .select("id")
    .where("id", "=", guestId)
    .where("isAnonymous", "=", true)
    .where("mergedInto", "is", null)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function isLiveGuest(db: Database | Transaction, guestId: string): Promise<boolean> {
  const row = await db
    .selectFrom("user")
    .select("id")
    .where("id", "=", guestId)
    .where("isAnonymous", "=", true)
    .where("mergedInto", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Leaves a tombstone that says where the guest's things went, so that late writes follow. */
export async function markMerged(
  trx: Transaction,
  merge: { guestId: string; accountId: string; at: Date },
): Promise<void> {
  await trx
    .updateTable("user")
    .set({ mergedInto: merge.accountId, updatedAt: merge.at })
    .where("id", "=", merge.guestId)
    .execute();
}

/** The guest's own row takes the proven address and name; what it owns stays where it is. */
export async function turnIntoAccount(
  trx: Transaction,
  account: { guestId: string; email: string; emailVerified: boolean; name: string; at: Date },
): Promise<void> {
  const { guestId, email, emailVerified, name, at } = account;
  await trx
    .updateTable("user")
    .set({ email, emailVerified, name, isAnonymous: false, updatedAt: at })
    .where("id", "=", guestId)
    .where("isAnonymous", "=", true)
    .where("mergedInto", "is", null)
    .execute();
}

import { sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";

/**
 * Whom a reader's writes belong to: the reader, or the account that the guest was merged into. The share
 * lock waits for a merge in progress and keeps the next one waiting until the write is committed.
 *
 * @returns `undefined` when the reader does not exist any more
 */
export async function lockOwner(trx: Transaction, readerId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom("user")
    .select(sql<string>`coalesce(merged_into, id)`.as("ownerId"))
    .where("id", "=", readerId)
    .forShare()
    .executeTakeFirst();
  return row?.ownerId;
}

/**
 * Locks the guest's row, if it still is a live guest: not an account by now, and not merged. Every claim
 * of one guest queues here, so that one of them wins, and so does every write for the guest ({@link lockOwner}).
 * Not `FOR UPDATE`: that would also wait for rows that merely name the guest, and a sign-out that has ended the
 * guest's session and is about to record it would wait for the claim that waits for the session.
 */
export async function lockLiveGuest(trx: Transaction, guestId: string): Promise<boolean> {
  const row = await trx
    .selectFrom("user")
    .select("id")
    .where("id", "=", guestId)
    .where("isAnonymous", "=", true)
    .where("mergedInto", "is", null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * The guest that a row is about to name, if it is still there; until the transaction ends it stays. Its token may have
 * been checked a moment before it was deleted.
 */
export async function holdGuest(trx: Transaction, guestId: string | undefined): Promise<string | undefined> {
  if (guestId === undefined) return undefined;
  const row = await trx
    .selectFrom("user")
    .select("id")
    .where("id", "=", guestId)
    .forKeyShare()
    .executeTakeFirst();
  return row?.id;
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
  merge: { guestId: string; accountId: string; conversations: number; at: Date },
): Promise<void> {
  const { accountId, conversations, at } = merge;
  await trx
    .updateTable("user")
    .set({ mergedInto: accountId, mergedConversations: conversations, updatedAt: at })
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

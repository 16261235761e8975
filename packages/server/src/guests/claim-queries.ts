import type { Database, Transaction } from "../database/database.ts";

/**
 * The account whose reader says yes, held against its end and against a ban until the transaction ends, with the
 * guest that the session remembers.
 *
 * @returns `undefined` when the session, or the account, is not there any more
 */
export function lockClaimer(trx: Transaction, claimer: { userId: string; sessionId: string }) {
  return trx
    .selectFrom("user")
    .innerJoin("session", "session.userId", "user.id")
    .select(["user.epoch", "user.banned", "user.banExpires", "session.claimableGuestId"])
    .where("user.id", "=", claimer.userId)
    .where("session.id", "=", claimer.sessionId)
    .forShare("user")
    .executeTakeFirst();
}

export async function forgetClaimableGuest(db: Database, sessionId: string): Promise<void> {
  await db.updateTable("session").set({ claimableGuestId: null }).where("id", "=", sessionId).execute();
}

/** What has become of a guest; `undefined` when it is gone. */
export function findFate(trx: Transaction, guestId: string) {
  return trx
    .selectFrom("user")
    .select(["mergedInto", "mergedConversations"])
    .where("id", "=", guestId)
    .executeTakeFirst();
}

/** Whether a guest's session still goes on: one that was signed out proves nothing any more. */
export async function isAlive(trx: Transaction, sessionId: string): Promise<boolean> {
  const row = await trx.selectFrom("session").select("id").where("id", "=", sessionId).executeTakeFirst();
  return row !== undefined;
}

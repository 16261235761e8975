import type { Database, Transaction } from "../database/database.ts";

/** The guest that a session remembers. */
export async function findClaimableGuest(db: Database, sessionId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("session")
    .select("claimableGuestId")
    .where("id", "=", sessionId)
    .executeTakeFirst();
  return row?.claimableGuestId ?? undefined;
}

export async function forgetClaimableGuest(db: Database, sessionId: string): Promise<void> {
  await db.updateTable("session").set({ claimableGuestId: null }).where("id", "=", sessionId).execute();
}

/** What has become of a guest. */
export function findFate(trx: Transaction, guestId: string) {
  return trx
    .selectFrom("user")
    .select(["isAnonymous", "mergedInto"])
    .where("id", "=", guestId)
    .executeTakeFirst();
}

/** What the merge of a guest was recorded with. */
export async function findMerge(
  trx: Transaction,
  merge: { guestId: string; accountId: string },
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const row = await trx
    .selectFrom("securityEvent")
    .select("detail")
    .where("kind", "=", "guest-merged")
    .where("userId", "=", merge.accountId)
    .where((eb) => eb(eb.ref("detail", "->>").key("guestId"), "=", merge.guestId))
    .executeTakeFirst();
  return row?.detail;
}

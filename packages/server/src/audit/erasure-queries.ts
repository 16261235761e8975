import type { Transaction } from "../database/database.ts";

/** What an event says of whom it concerns, empty. */
export const noFacts = {
  userId: null,
  reason: null,
  before: null,
  after: null,
  detail: "{}",
  factsSalt: null,
} as const;

/** Where an act came from, empty. */
export const noOrigin = { sessionId: null, ipAddress: null, userAgent: null, originSalt: null } as const;

/**
 * Empties the events that concern users, and takes from what they did to others where it came from.
 *
 * @param erasedWith - the event that says so
 * @returns how many events lost something
 */
export async function eraseEvents(
  trx: Transaction,
  userIds: readonly string[],
  erasedWith: string,
): Promise<number> {
  const own = await trx
    .updateTable("securityEvent")
    .set({ ...noFacts, ...noOrigin, erasedWith })
    .where("userId", "in", userIds)
    .where("actorKind", "<>", "account")
    .executeTakeFirst();
  // Where somebody else acted, it came from their address.
  const byOthers = await trx
    .updateTable("securityEvent")
    .set({ ...noFacts, erasedWith })
    .where("userId", "in", userIds)
    .executeTakeFirst();
  const onOthers = await trx
    .updateTable("securityEvent")
    .set({ ...noOrigin, erasedWith })
    .where("actorId", "in", userIds)
    .executeTakeFirst();
  return Number(own.numUpdatedRows + byOthers.numUpdatedRows + onOthers.numUpdatedRows);
}

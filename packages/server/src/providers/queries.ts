import type { Database, Transaction } from "../database/database.ts";

/**
 * Who somebody at a provider is here; held against an unlinking until the transaction ends. The account first, as
 * everybody does: an unlinking holds it, and then waits for the link.
 */
export async function lockLinked(
  trx: Transaction,
  of: { accountsOf: string; subject: string },
): Promise<{ userId: string; epoch: number } | undefined> {
  const linked = trx
    .selectFrom("account")
    .innerJoin("user", "user.id", "account.userId")
    .select(["user.id as userId", "user.epoch"])
    .where("account.providerId", "=", of.accountsOf)
    .where("account.accountId", "=", of.subject);
  const owner = await linked.forShare("user").executeTakeFirst();
  return owner && linked.where("user.id", "=", owner.userId).forShare("account").executeTakeFirst();
}

/** @returns its id, or `undefined` where somebody has this link already */
export async function insertLink(
  trx: Transaction,
  link: { id: string; userId: string; accountsOf: string; subject: string; at: Date },
): Promise<string | undefined> {
  const row = await trx
    .insertInto("account")
    .values({
      id: link.id,
      userId: link.userId,
      providerId: link.accountsOf,
      accountId: link.subject,
      createdAt: link.at,
      updatedAt: link.at,
    })
    .onConflict((conflict) => conflict.columns(["providerId", "accountId"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** @returns what was removed */
export function deleteLink(trx: Transaction, link: { id: string; userId: string }) {
  return trx
    .deleteFrom("account")
    .where("id", "=", link.id)
    .where("userId", "=", link.userId)
    .where("providerId", "<>", "credential")
    .returning("providerId")
    .executeTakeFirst();
}

/** The oldest first. */
export function listLinks(db: Database | Transaction, userId: string) {
  return db
    .selectFrom("account")
    .select(["id", "providerId", "accountId", "createdAt"])
    .where("userId", "=", userId)
    .where("providerId", "<>", "credential")
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
}

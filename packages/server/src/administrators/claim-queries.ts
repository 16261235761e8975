import type { Database, Transaction } from "../database/database.ts";

export async function replaceClaim(
  trx: Transaction,
  claim: { keyHash: Buffer; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await trx
    .insertInto("adminClaim")
    .values(claim)
    .onConflict((conflict) => conflict.column("onlyOne").doUpdateSet(claim))
    .execute();
}

/** Of several who come at once, one takes it. @returns whether it was there */
export async function takeClaim(trx: Transaction, claim: { keyHash: Buffer; now: Date }): Promise<boolean> {
  const row = await trx
    .deleteFrom("adminClaim")
    .where("keyHash", "=", claim.keyHash)
    .where("expiresAt", ">", claim.now)
    .returning("createdAt")
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteExpiredClaim(db: Database, now: Date): Promise<void> {
  await db.deleteFrom("adminClaim").where("expiresAt", "<=", now).execute();
}

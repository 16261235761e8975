import { sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";

/** @returns the hash of the key that counted until now */
export async function replaceClaim(
  trx: Transaction,
  claim: { keyHash: Buffer; createdAt: Date; expiresAt: Date },
): Promise<Buffer | undefined> {
  // Also where there is no row yet that could be held: of two links that are made at once one ends the other.
  await sql`select pg_advisory_xact_lock(hashtext('bookplate.claim-link'))`.execute(trx);
  const earlier = await trx.selectFrom("adminClaim").select("keyHash").executeTakeFirst();
  await trx
    .insertInto("adminClaim")
    .values(claim)
    .onConflict((conflict) => conflict.column("onlyOne").doUpdateSet(claim))
    .execute();
  return earlier?.keyHash;
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

import type { Transaction } from "../database/database.ts";

/**
 * What decides whether somebody may sign in, held against a change of it until the transaction ends;
 * `undefined` when the account is gone or has changed since the credential was checked.
 */
export function lockSigningIn(trx: Transaction, at: { userId: string; epoch: number }) {
  return trx
    .selectFrom("user")
    .select(["banned", "banReason", "banExpires", "emailVerified", "twoFactorEnabled"])
    .where("id", "=", at.userId)
    .where("epoch", "=", at.epoch)
    .where("mergedInto", "is", null)
    .forShare()
    .executeTakeFirst();
}

/** @returns the user's role, for what depends on the second factor */
export function setTwoFactor(trx: Transaction, change: { userId: string; enabled: boolean; at: Date }) {
  return trx
    .updateTable("user")
    .set({ twoFactorEnabled: change.enabled, updatedAt: change.at })
    .where("id", "=", change.userId)
    .returning("role")
    .executeTakeFirstOrThrow();
}

import type { Transaction } from "../database/database.ts";

/** Two ways in that are taken away at once are looked at one after the other. */
export async function lockOwner(trx: Transaction, userId: string): Promise<void> {
  await trx.selectFrom("user").select("id").where("id", "=", userId).forNoKeyUpdate().executeTakeFirst();
}

/** A password, a provider or a passkey: whether the user has any of them. */
export async function hasSignInMethod(trx: Transaction, userId: string): Promise<boolean> {
  const row = await trx
    .selectFrom("account")
    .select("id")
    .where("userId", "=", userId)
    .where((eb) => eb.or([eb("providerId", "<>", "credential"), eb("password", "is not", null)]))
    .unionAll(trx.selectFrom("passkey").select("id").where("userId", "=", userId))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

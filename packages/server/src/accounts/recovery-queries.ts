import type { Database, Transaction } from "../database/database.ts";

const ownerColumns = [
  "user.id as userId",
  "user.email",
  "user.emailVerified",
  "user.name",
  "user.epoch",
  "user.twoFactorEnabled",
  "preference.language",
] as const;

/** An account as it stands, with its password; `undefined` for a guest too. */
export function findOwner(db: Database | Transaction, userId: string) {
  return db
    .selectFrom("user")
    .leftJoin("account", (join) =>
      join.onRef("account.userId", "=", "user.id").on("account.providerId", "=", "credential"),
    )
    .leftJoin("preference", "preference.userId", "user.id")
    .select([...ownerColumns, "account.password as passwordHash"])
    .where("user.id", "=", userId)
    .where("user.isAnonymous", "=", false)
    .executeTakeFirst();
}

export type Owner = NonNullable<Awaited<ReturnType<typeof findOwner>>>;

/**
 * The same, held until the transaction ends: no sign-in begins and nothing of the row changes meanwhile. Rows that
 * merely name the user may be added, so that a sign-out that has ended a session can record it and be done.
 */
export function lockOwner(trx: Transaction, userId: string) {
  return trx
    .selectFrom("user")
    .leftJoin("preference", "preference.userId", "user.id")
    .select(ownerColumns)
    .where("user.id", "=", userId)
    .where("user.isAnonymous", "=", false)
    .forNoKeyUpdate("user")
    .executeTakeFirst();
}

export type LockedOwner = NonNullable<Awaited<ReturnType<typeof lockOwner>>>;

/** @returns whether there was a password to be replaced */
export async function replacePassword(
  trx: Transaction,
  change: { userId: string; passwordHash: string; at: Date },
): Promise<boolean> {
  const row = await trx
    .updateTable("account")
    .set({ password: change.passwordHash, updatedAt: change.at })
    .where("userId", "=", change.userId)
    .where("providerId", "=", "credential")
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function deletePassword(trx: Transaction, userId: string): Promise<void> {
  await trx
    .deleteFrom("account")
    .where("userId", "=", userId)
    .where("providerId", "=", "credential")
    .execute();
}

/** @param since - leave it out for all of them */
export async function deleteProviders(trx: Transaction, userId: string, since?: Date): Promise<void> {
  let query = trx.deleteFrom("account").where("userId", "=", userId).where("providerId", "<>", "credential");
  if (since !== undefined) query = query.where("createdAt", ">=", since);
  await query.execute();
}

export async function replaceEmail(
  trx: Transaction,
  change: { userId: string; email: string; at: Date },
): Promise<void> {
  await trx
    .updateTable("user")
    .set({ email: change.email, emailVerified: true, updatedAt: change.at })
    .where("id", "=", change.userId)
    .execute();
}

import type { Database, Transaction } from "../../database/database.ts";

/** A user as Better Auth's clients see it. */
export function findNativeUser(db: Database, userId: string) {
  return db
    .selectFrom("user")
    .select([
      "id",
      "name",
      "email",
      "emailVerified",
      "image",
      "createdAt",
      "updatedAt",
      "isAnonymous",
      "role",
      "banned",
      "banReason",
      "banExpires",
      "twoFactorEnabled",
    ])
    .where("id", "=", userId)
    .executeTakeFirst();
}

export type NativeUser = NonNullable<Awaited<ReturnType<typeof findNativeUser>>>;

/** A session as Better Auth's clients see it, but for its token. */
export function findNativeSession(db: Database, sessionId: string) {
  return db
    .selectFrom("session")
    .select(["id", "userId", "expiresAt", "createdAt", "updatedAt", "ipAddress", "userAgent"])
    .where("id", "=", sessionId)
    .executeTakeFirst();
}

/** What Better Auth knows a session by. It stands in the row alone: it was made under the secret of its day. */
export async function findSessionToken(db: Database, sessionId: string): Promise<string | undefined> {
  const row = await db.selectFrom("session").select("token").where("id", "=", sessionId).executeTakeFirst();
  return row?.token;
}

/**
 * Whoever a passkey belongs to, held against a ban, a reset or a new role until the transaction ends;
 * `undefined` when the passkey is gone.
 */
export function lockPasskeyOwner(trx: Transaction, credentialId: string) {
  return trx
    .selectFrom("passkey")
    .innerJoin("user", "user.id", "passkey.userId")
    .select([
      "user.id as userId",
      "user.epoch",
      "user.banned",
      "user.banReason",
      "user.banExpires",
      "user.emailVerified",
    ])
    .where("passkey.credentialId", "=", credentialId)
    .forShare(["user", "passkey"])
    .executeTakeFirst();
}

/** @returns whether the user has such a passkey */
export async function deletePasskey(
  trx: Transaction,
  passkey: { id: string; userId: string },
): Promise<boolean> {
  const row = await trx
    .deleteFrom("passkey")
    .where("id", "=", passkey.id)
    .where("userId", "=", passkey.userId)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export function renamePasskey(db: Database, passkey: { id: string; userId: string; name: string }) {
  return db
    .updateTable("passkey")
    .set({ name: passkey.name })
    .where("id", "=", passkey.id)
    .where("userId", "=", passkey.userId)
    .returningAll()
    .executeTakeFirst();
}

/** A session that Better Auth wrote and that nobody has a token of. @returns whether it was still there */
export async function deleteUnannounced(trx: Transaction, sessionId: string): Promise<boolean> {
  const row = await trx.deleteFrom("session").where("id", "=", sessionId).returning("id").executeTakeFirst();
  return row !== undefined;
}

/** Challenges that nobody answered in time. */
export async function deleteExpiredChallenges(db: Database, now: Date): Promise<void> {
  await db.deleteFrom("verification").where("expiresAt", "<=", now).execute();
}

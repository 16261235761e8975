import type { Database } from "../../database/database.ts";

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

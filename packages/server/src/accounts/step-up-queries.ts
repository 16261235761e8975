import type { Database, Transaction } from "../database/database.ts";

/** What an account can prove itself by; `undefined` for a guest. */
export function findProofs(db: Database | Transaction, userId: string) {
  return db
    .selectFrom("user")
    .leftJoin("account", (join) =>
      join.onRef("account.userId", "=", "user.id").on("account.providerId", "=", "credential"),
    )
    .leftJoin("preference", "preference.userId", "user.id")
    .select([
      "user.email",
      "user.epoch",
      "user.twoFactorEnabled",
      "preference.language",
      "account.password as passwordHash",
    ])
    .where("user.id", "=", userId)
    .where("user.isAnonymous", "=", false)
    .executeTakeFirst();
}

/** When the reader of a session has last proven who they are; `undefined` when it has ended. */
export async function findProvenAt(db: Database, sessionId: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom("session")
    .select("authTime")
    .where("id", "=", sessionId)
    .executeTakeFirst();
  return row?.authTime;
}

import type { Database, Transaction } from "../database/database.ts";
import type { PreferenceRow } from "./preferences.ts";

export function findPreferences(
  db: Database | Transaction,
  userId: string,
): Promise<PreferenceRow | undefined> {
  return db
    .selectFrom("preference")
    .select(["theme", "language", "notifyProduct", "notifyReplies"])
    .where("userId", "=", userId)
    .executeTakeFirst();
}

/** The stored choice of whoever has this address; `undefined` without an account, `null` columns where nothing was chosen. */
export function findChoicesByAddress(db: Database, email: string) {
  return db
    .selectFrom("user")
    .leftJoin("preference", "preference.userId", "user.id")
    .select(["preference.notifyProduct", "preference.notifyReplies"])
    .where("user.email", "=", email)
    .executeTakeFirst();
}

export async function isUser(db: Database, userId: string): Promise<boolean> {
  const found = await db.selectFrom("user").select("id").where("id", "=", userId).executeTakeFirst();
  return found !== undefined;
}

/** One statement, so that two parallel changes never lose each other's fields. */
export function upsertPreferences(
  db: Database | Transaction,
  change: { userId: string; changed: Partial<PreferenceRow>; otherwise: PreferenceRow; at: Date },
): Promise<PreferenceRow> {
  const { userId, changed, otherwise, at } = change;
  return db
    .insertInto("preference")
    .values({ userId, ...otherwise, ...changed, updatedAt: at })
    .onConflict((conflict) => conflict.column("userId").doUpdateSet({ ...changed, updatedAt: at }))
    .returning(["theme", "language", "notifyProduct", "notifyReplies"])
    .executeTakeFirstOrThrow();
}

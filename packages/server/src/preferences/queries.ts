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

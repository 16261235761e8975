import type { Database } from "../database/database.ts";

export function findConfirmed(db: Database, userId: string) {
  return db
    .selectFrom("totpSecret")
    .select("confirmedAt")
    .where("userId", "=", userId)
    .where("confirmedAt", "is not", null)
    .executeTakeFirst();
}

/** Also those that count no more and are not cleared away yet. */
export function listAllDevices(db: Database, userId: string) {
  return db
    .selectFrom("trustedDevice")
    .select(["ipAddress", "userAgent", "createdAt", "lastUsedAt", "expiresAt"])
    .where("userId", "=", userId)
    .orderBy("id")
    .execute();
}

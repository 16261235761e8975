import type { Database } from "../database/database.ts";

/** The letters to the address that the user has now, oldest first. */
export function listLettersTo(db: Database, userId: string) {
  return db
    .selectFrom("letter")
    .innerJoin("user", "user.email", "letter.recipient")
    .select(["letter.kind", "letter.state", "letter.createdAt", "letter.sentAt"])
    .where("user.id", "=", userId)
    .orderBy("letter.id")
    .execute();
}

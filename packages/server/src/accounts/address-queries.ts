import type { Database, Transaction } from "../database/database.ts";

export async function isOwned(db: Database | Transaction, email: string): Promise<boolean> {
  const row = await db.selectFrom("user").select("id").where("email", "=", email).executeTakeFirst();
  return row !== undefined;
}

/** An address stays reserved for its last owner as long as the change can be undone. */
export async function isReserved(
  db: Database | Transaction,
  reserved: { email: string; butFor: string | undefined; now: Date },
): Promise<boolean> {
  const { email, butFor, now } = reserved;
  const row = await db
    .selectFrom("letterToken")
    .select("id")
    .where("email", "=", email)
    .where("purpose", "=", "undo-email-change")
    .where("expiresAt", ">", now)
    .$if(butFor !== undefined, (query) => query.where("userId", "is distinct from", butFor ?? null))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

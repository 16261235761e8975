import type { Insertable } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { LetterRequestTable } from "./tables.ts";

export async function insertRequest(trx: Transaction, row: Insertable<LetterRequestTable>): Promise<void> {
  await trx.insertInto("letterRequest").values(row).execute();
}

/** The oldest request, or the next one after it. */
export function findNext(db: Database, after: string | undefined) {
  let query = db.selectFrom("letterRequest").select(["id", "email", "userId"]);
  if (after !== undefined) query = query.where("id", ">", after);
  return query.orderBy("id").limit(1).executeTakeFirst();
}

export type WaitingRequest = NonNullable<Awaited<ReturnType<typeof findNext>>>;

/** Takes a request out, for one of all who try at once. */
export function takeRequest(trx: Transaction, id: string) {
  return trx
    .deleteFrom("letterRequest")
    .where("id", "=", id)
    .returning(["kind", "email", "userId", "pendingRegistrationId", "detail", "createdAt"])
    .executeTakeFirst();
}

/** Keeps a user's row from going away until the transaction ends. */
export async function holdUser(trx: Transaction, userId: string): Promise<void> {
  await trx.selectFrom("user").select("id").where("id", "=", userId).forKeyShare().execute();
}

/** Nobody waits for these any more; for the cleaning job. */
export async function deleteOlderThan(db: Database, before: Date): Promise<void> {
  await db.deleteFrom("letterRequest").where("createdAt", "<", before).execute();
}

import { type Insertable, sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { LetterTable } from "./tables.ts";

export async function insertLetter(trx: Transaction, letter: Insertable<LetterTable>): Promise<void> {
  await trx.insertInto("letter").values(letter).execute();
}

/** Counts an attempt before it is made, so that one which ends the process counts too. */
export function claimAttempt(db: Database, id: string) {
  return db
    .updateTable("letter")
    .set({ attempts: sql`attempts + 1` })
    .where("id", "=", id)
    .where("state", "=", "queued")
    .returning(["recipient", "kind", "contents", "attempts"])
    .executeTakeFirst();
}

export async function markSent(db: Database, id: string, at: Date): Promise<void> {
  await db
    .updateTable("letter")
    .set({ state: "sent", sentAt: at, contents: null, lastError: null })
    .where("id", "=", id)
    .execute();
}

export async function noteFailure(db: Database, id: string, lastError: string): Promise<void> {
  await db
    .updateTable("letter")
    .set({ lastError })
    .where("id", "=", id)
    .where("state", "=", "queued")
    .execute();
}

/** The contents go too: their tokens have run out, and nobody will read them any more. */
export async function markFailed(db: Database, id: string, lastError: string | undefined): Promise<void> {
  await db
    .updateTable("letter")
    .set({ state: "failed", contents: null, ...(lastError !== undefined && { lastError }) })
    .where("id", "=", id)
    .where("state", "=", "queued")
    .execute();
}

export async function deleteOlderThan(db: Database, before: Date): Promise<void> {
  await db.deleteFrom("letter").where("createdAt", "<", before).execute();
}

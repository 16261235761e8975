import type { Insertable } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { PendingRegistrationTable } from "./tables.ts";

const pendingColumns = [
  "id",
  "email",
  "name",
  "passwordHash",
  "language",
  "guestId",
  "invitationId",
  "proofHash",
  "wrongPasswords",
] as const;

export type PendingRegistration = NonNullable<Awaited<ReturnType<typeof findPendingByProof>>>;

export async function insertPending(
  trx: Transaction,
  row: Insertable<PendingRegistrationTable>,
): Promise<void> {
  await trx.insertInto("pendingRegistration").values(row).execute();
}

export function findPendingByProof(db: Database | Transaction, proofHash: Buffer, now: Date) {
  return db
    .selectFrom("pendingRegistration")
    .select(pendingColumns)
    .where("proofHash", "=", proofHash)
    .where("expiresAt", ">", now)
    .executeTakeFirst();
}

export function findPending(db: Database | Transaction, id: string) {
  return db.selectFrom("pendingRegistration").select(pendingColumns).where("id", "=", id).executeTakeFirst();
}

export async function deletePending(trx: Transaction, id: string): Promise<void> {
  await trx.deleteFrom("pendingRegistration").where("id", "=", id).execute();
}

/** Newest first. */
export function listPending(db: Database | Transaction, email: string, now: Date) {
  return db
    .selectFrom("pendingRegistration")
    .select(pendingColumns)
    .where("email", "=", email)
    .where("expiresAt", ">", now)
    .orderBy("id", "desc")
    .execute();
}

export async function countWrongPassword(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable("pendingRegistration")
    .set((eb) => ({ wrongPasswords: eb("wrongPasswords", "+", 1) }))
    .where("id", "in", ids)
    .execute();
}

/** One registration has won, or the address went another way: all that wait for it are done. */
export async function deletePendingOf(trx: Transaction, email: string): Promise<void> {
  await trx.deleteFrom("pendingRegistration").where("email", "=", email).execute();
}

/** Registrations past their time; for the cleaning job. */
export async function deleteExpired(db: Database, now: Date): Promise<void> {
  await db.deleteFrom("pendingRegistration").where("expiresAt", "<=", now).execute();
}

import type { Insertable } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { LetterTokenTable, PendingRegistrationTable } from "./tables.ts";

const pendingColumns = [
  "id",
  "email",
  "name",
  "passwordHash",
  "language",
  "guestId",
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

export async function insertLetterToken(trx: Transaction, row: Insertable<LetterTokenTable>): Promise<void> {
  await trx.insertInto("letterToken").values(row).execute();
}

/** What a letter's token stands for, while it is good. */
export function findLetterToken(db: Database | Transaction, tokenHash: Buffer, now: Date) {
  return db
    .selectFrom("letterToken")
    .select(["id", "purpose", "email", "pendingRegistrationId", "userId"])
    .where("tokenHash", "=", tokenHash)
    .where("expiresAt", ">", now)
    .executeTakeFirst();
}

export type LetterToken = NonNullable<Awaited<ReturnType<typeof findLetterToken>>>;

/** Uses the token up. @returns whether it was still there */
export async function consumeLetterToken(trx: Transaction, id: string, now: Date): Promise<boolean> {
  const row = await trx
    .deleteFrom("letterToken")
    .where("id", "=", id)
    .where("expiresAt", ">", now)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** The letter of a registration that carries this code, while the code lives and is not burnt. */
export function findTokenByCode(
  db: Database,
  code: { pendingRegistrationId: string; codeHashes: readonly Buffer[]; maxWrong: number; now: Date },
) {
  return db
    .selectFrom("letterToken")
    .select(["id", "purpose", "email", "pendingRegistrationId", "userId"])
    .where("pendingRegistrationId", "=", code.pendingRegistrationId)
    .where("codeHash", "in", code.codeHashes)
    .where("codeExpiresAt", ">", code.now)
    .where("wrongCodes", "<", code.maxWrong)
    .executeTakeFirst();
}

/** A wrong guess counts against every code of the registration: it might have been meant for any. */
export async function countWrongCode(db: Database, pendingRegistrationId: string): Promise<void> {
  await db
    .updateTable("letterToken")
    .set((eb) => ({ wrongCodes: eb("wrongCodes", "+", 1) }))
    .where("pendingRegistrationId", "=", pendingRegistrationId)
    .execute();
}

export async function countTokens(
  trx: Transaction,
  owner: { pendingRegistrationId: string } | { userId: string },
): Promise<number> {
  const query = trx.selectFrom("letterToken").select((eb) => eb.fn.countAll<string>().as("count"));
  const { count } = await ("userId" in owner
    ? query.where("userId", "=", owner.userId)
    : query.where("pendingRegistrationId", "=", owner.pendingRegistrationId)
  ).executeTakeFirstOrThrow();
  return Number(count);
}

export async function deleteTokensOfUser(trx: Transaction, userId: string): Promise<void> {
  await trx.deleteFrom("letterToken").where("userId", "=", userId).execute();
}

/** Rows past their time; for the cleaning job. */
export async function deleteExpired(db: Database, now: Date): Promise<void> {
  await db.deleteFrom("letterToken").where("expiresAt", "<=", now).execute();
  await db.deleteFrom("pendingRegistration").where("expiresAt", "<=", now).execute();
}

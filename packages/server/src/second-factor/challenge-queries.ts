import type { Insertable } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { SignInChallengeTable } from "./tables.ts";

export async function insertChallenge(
  trx: Transaction,
  row: Insertable<SignInChallengeTable>,
): Promise<void> {
  await trx.insertInto("signInChallenge").values(row).execute();
}

/** Whose sign-in a challenge is. */
export function findChallenge(trx: Transaction, tokenHash: Buffer) {
  return trx
    .selectFrom("signInChallenge")
    .select(["userId", "epoch"])
    .where("tokenHash", "=", tokenHash)
    .executeTakeFirst();
}

/** Held until the transaction ends: of many submissions at once one is looked at after the other. */
export function lockChallenge(trx: Transaction, tokenHash: Buffer, now: Date) {
  return trx
    .selectFrom("signInChallenge")
    .selectAll()
    .where("tokenHash", "=", tokenHash)
    .where("expiresAt", ">", now)
    .forUpdate()
    .executeTakeFirst();
}

export type Challenge = NonNullable<Awaited<ReturnType<typeof lockChallenge>>>;

export async function countWrongCode(trx: Transaction, id: string): Promise<void> {
  await trx
    .updateTable("signInChallenge")
    .set((eb) => ({ wrongCodes: eb("wrongCodes", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

export async function deleteChallenge(trx: Transaction, id: string): Promise<void> {
  await trx.deleteFrom("signInChallenge").where("id", "=", id).execute();
}

export async function deleteExpiredChallenges(db: Database, now: Date): Promise<void> {
  await db.deleteFrom("signInChallenge").where("expiresAt", "<=", now).execute();
}

import type { Insertable } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { TotpSecretTable } from "./tables.ts";

/**
 * Holds the user's row for a change of the factor. Not `FOR UPDATE`: a sign-out that has ended a session and is about to
 * record it would wait for the change, which waits for the session.
 *
 * @returns whether the epoch is still the one that was asked under
 */
export async function lockUser(trx: Transaction, userId: string, epoch: number): Promise<boolean> {
  const row = await trx
    .selectFrom("user")
    .select("id")
    .where("id", "=", userId)
    .where("epoch", "=", epoch)
    .where("isAnonymous", "=", false)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** The secret that counts, held until the transaction ends: of two codes at once one is checked after the other. */
export function lockConfirmed(trx: Transaction, userId: string) {
  return trx
    .selectFrom("totpSecret")
    .select(["id", "contents", "lastUsedStep", "wrongCodes", "restsUntil"])
    .where("userId", "=", userId)
    .where("confirmedAt", "is not", null)
    .forUpdate()
    .executeTakeFirst();
}

export type ConfirmedSecret = NonNullable<Awaited<ReturnType<typeof lockConfirmed>>>;

/** The one that is being set up, held until the transaction ends. */
export function lockPending(trx: Transaction, userId: string, createdAfter: Date) {
  return trx
    .selectFrom("totpSecret")
    .select(["id", "contents"])
    .where("userId", "=", userId)
    .where("confirmedAt", "is", null)
    .where("createdAt", ">", createdAfter)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertPending(trx: Transaction, row: Insertable<TotpSecretTable>): Promise<void> {
  await trx.insertInto("totpSecret").values(row).execute();
}

export async function deletePending(trx: Transaction, userId: string): Promise<void> {
  await trx.deleteFrom("totpSecret").where("userId", "=", userId).where("confirmedAt", "is", null).execute();
}

/** A secret that has been shown to work takes the place of the one before. */
export async function confirm(
  trx: Transaction,
  secret: { id: string; userId: string; step: number; at: Date },
): Promise<void> {
  await trx
    .deleteFrom("totpSecret")
    .where("userId", "=", secret.userId)
    .where("id", "<>", secret.id)
    .execute();
  await trx
    .updateTable("totpSecret")
    .set({ confirmedAt: secret.at, lastUsedStep: secret.step })
    .where("id", "=", secret.id)
    .execute();
}

/** Also what is being set up. @returns whether a second factor that counted was among it */
export async function deleteFactor(trx: Transaction, userId: string, confirmedAfter: Date): Promise<boolean> {
  const rows = await trx
    .deleteFrom("totpSecret")
    .where("userId", "=", userId)
    .where((eb) => eb.or([eb("confirmedAt", ">", confirmedAfter), eb("confirmedAt", "is", null)]))
    .returning("confirmedAt")
    .execute();
  return rows.some(({ confirmedAt }) => confirmedAt !== null);
}

/** A right code: it and those before count no more, and the wrong ones are forgotten. */
export async function noteRightCode(trx: Transaction, id: string, step: number | undefined): Promise<void> {
  await trx
    .updateTable("totpSecret")
    .set({ wrongCodes: 0, restsUntil: null, ...(step !== undefined && { lastUsedStep: step }) })
    .where("id", "=", id)
    .execute();
}

export async function noteWrongCode(
  trx: Transaction,
  id: string,
  to: { wrongCodes: number; restsUntil: Date | null },
): Promise<void> {
  await trx.updateTable("totpSecret").set(to).where("id", "=", id).execute();
}

/** Secrets that were shown and never confirmed. */
export async function deleteAbandoned(db: Database, createdBefore: Date): Promise<void> {
  await db
    .deleteFrom("totpSecret")
    .where("confirmedAt", "is", null)
    .where("createdAt", "<=", createdBefore)
    .execute();
}

export async function replaceRecoveryCodes(
  trx: Transaction,
  totpSecretId: string,
  codes: { hashes: readonly Buffer[]; createdAt: Date },
): Promise<void> {
  const { hashes, createdAt } = codes;
  await trx.deleteFrom("recoveryCode").where("totpSecretId", "=", totpSecretId).execute();
  await trx
    .insertInto("recoveryCode")
    .values(hashes.map((codeHash) => ({ totpSecretId, codeHash, createdAt })))
    .execute();
}

export async function deleteRecoveryCodesMadeAfter(
  trx: Transaction,
  userId: string,
  after: Date,
): Promise<void> {
  await trx
    .deleteFrom("recoveryCode")
    .where("createdAt", ">", after)
    .where("totpSecretId", "in", (eb) =>
      eb.selectFrom("totpSecret").select("id").where("userId", "=", userId),
    )
    .execute();
}

/** Uses a recovery code up. @returns whether it was still there */
export async function useRecoveryCode(
  trx: Transaction,
  totpSecretId: string,
  codeHash: Buffer,
): Promise<boolean> {
  const row = await trx
    .deleteFrom("recoveryCode")
    .where("totpSecretId", "=", totpSecretId)
    .where("codeHash", "=", codeHash)
    .returning("totpSecretId")
    .executeTakeFirst();
  return row !== undefined;
}

/** Of the secret that counts. */
export async function countRecoveryCodes(db: Database | Transaction, userId: string): Promise<number> {
  const { count } = await db
    .selectFrom("recoveryCode")
    .innerJoin("totpSecret", "totpSecret.id", "recoveryCode.totpSecretId")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("totpSecret.userId", "=", userId)
    .where("totpSecret.confirmedAt", "is not", null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

import { type Insertable, sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { LetterPurpose, LetterTokenTable } from "./tables.ts";

const tokenColumns = [
  "id",
  "purpose",
  "email",
  "pendingRegistrationId",
  "userId",
  "detail",
  "createdAt",
] as const;

/** Whose tokens: a user's, a registration's, or where there is neither, an address's. */
export interface TokenOwner {
  readonly email: string;
  readonly userId?: string | undefined;
  readonly pendingRegistrationId?: string | undefined;
}

export async function insertToken(trx: Transaction, row: Insertable<LetterTokenTable>): Promise<void> {
  await trx.insertInto("letterToken").values(row).execute();
}

export async function countLive(
  trx: Transaction,
  { email, userId, pendingRegistrationId }: TokenOwner,
  { purpose, now }: { purpose: LetterPurpose; now: Date },
): Promise<number> {
  const { count } = await trx
    .selectFrom("letterToken")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("purpose", "=", purpose)
    .where("expiresAt", ">", now)
    .$call((query) => {
      if (userId !== undefined) return query.where("userId", "=", userId);
      if (pendingRegistrationId !== undefined)
        return query.where("pendingRegistrationId", "=", pendingRegistrationId);
      return query.where("email", "=", email).where("userId", "is", null);
    })
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What a letter's token stands for, while it is good. */
export function findToken(
  db: Database | Transaction,
  wanted: { purposes: readonly LetterPurpose[]; tokenHash: Buffer; now: Date },
) {
  return db
    .selectFrom("letterToken")
    .select(tokenColumns)
    .where("tokenHash", "=", wanted.tokenHash)
    .where("purpose", "in", wanted.purposes)
    .where("expiresAt", ">", wanted.now)
    .executeTakeFirst();
}

/** What a code was sent for: one request, or whatever its owner asked for. */
export type CodeOwner = { readonly requestHash: Buffer } | { readonly ownerId: string };

/**
 * The letter whose code this is, while it lives and is not burnt. One statement looks and counts: whatever
 * else of this owner lives and is another code has been guessed at once more, however many guess at once.
 */
export async function tryCode(
  db: Database,
  wanted: {
    purpose: LetterPurpose;
    owner: CodeOwner;
    codeHashes: readonly Buffer[];
    maxWrong: number;
    now: Date;
  },
) {
  const { owner, now } = wanted;
  const tried = await db
    .updateTable("letterToken")
    .set((eb) => ({
      wrongCodes: sql<number>`wrong_codes + ${eb.case().when("codeHash", "in", wanted.codeHashes).then(0).else(1).end()}`,
    }))
    .where("purpose", "=", wanted.purpose)
    .where((eb) =>
      "requestHash" in owner
        ? eb("requestHash", "=", owner.requestHash)
        : eb.or([eb("userId", "=", owner.ownerId), eb("pendingRegistrationId", "=", owner.ownerId)]),
    )
    .where("codeExpiresAt", ">", now)
    .where("expiresAt", ">", now)
    .where("wrongCodes", "<", wanted.maxWrong)
    .returning([...tokenColumns, (eb) => eb("codeHash", "in", wanted.codeHashes).as("right")])
    .execute();
  return tried.find(({ right }) => right);
}

/** Uses a token up. @returns whether it was still there */
export async function consumeToken(trx: Transaction, id: string, now: Date): Promise<boolean> {
  const row = await trx
    .deleteFrom("letterToken")
    .where("id", "=", id)
    .where("expiresAt", ">", now)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteOfUser(
  trx: Transaction,
  userId: string,
  purposes: readonly LetterPurpose[],
): Promise<void> {
  await trx.deleteFrom("letterToken").where("userId", "=", userId).where("purpose", "in", purposes).execute();
}

export async function deleteUndosAfter(trx: Transaction, userId: string, id: string): Promise<void> {
  await trx
    .deleteFrom("letterToken")
    .where("userId", "=", userId)
    .where("purpose", "=", "undo-email-change")
    .where("id", ">", id)
    .execute();
}

/** Past their time; for the cleaning job. */
export async function deleteExpired(db: Database, now: Date): Promise<void> {
  await db.deleteFrom("letterToken").where("expiresAt", "<=", now).execute();
}

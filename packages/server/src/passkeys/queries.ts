import type { Database, Transaction } from "../database/database.ts";
import type { PasskeyTable } from "./tables.ts";

/** @returns whether it was the first answer; one statement decides that between all nodes */
export async function insertAnswered(
  db: Database,
  challenge: { id: Buffer; expiresAt: Date },
): Promise<boolean> {
  const row = await db
    .insertInto("answeredChallenge")
    .values(challenge)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteExpiredAnswered(db: Database, now: Date): Promise<void> {
  await db.deleteFrom("answeredChallenge").where("expiresAt", "<=", now).execute();
}

const shownColumns = [
  "id",
  "name",
  "aaguid",
  "deviceType",
  "backedUp",
  "createdAt",
  "lastUsedAt",
] as const satisfies (keyof PasskeyTable)[];

/** A reader's passkeys in the order in which they were added. */
export async function listPasskeys(
  db: Database,
  page: { userId: string; after: string | undefined; limit: number },
) {
  let query = db.selectFrom("passkey").select(shownColumns).where("userId", "=", page.userId);
  if (page.after !== undefined) query = query.where("id", ">", page.after);
  return query.orderBy("id").limit(page.limit).execute();
}

export type PasskeyRow = Awaited<ReturnType<typeof listPasskeys>>[number];

/** What Better Auth's clients are shown, besides. */
export function listNativePasskeys(db: Database, userId: string) {
  return db.selectFrom("passkey").selectAll().where("userId", "=", userId).orderBy("id").execute();
}

/** What a browser needs to find a reader's passkeys. */
export function listCredentials(db: Database, userId: string) {
  return db
    .selectFrom("passkey")
    .select(["credentialId", "transports"])
    .where("userId", "=", userId)
    .orderBy("id")
    .execute();
}

/** Everything that an answer is checked with, and under which epoch of its owner; `undefined` for an unknown one. */
export function findPasskey(db: Database, credentialId: string) {
  return db
    .selectFrom("passkey")
    .innerJoin("user", "user.id", "passkey.userId")
    .select([
      "passkey.id",
      "passkey.userId",
      "passkey.credentialId",
      "passkey.publicKey",
      "passkey.counter",
      "passkey.deviceType",
      "user.epoch",
    ])
    .where("passkey.credentialId", "=", credentialId)
    .executeTakeFirst();
}

export type KnownPasskey = NonNullable<Awaited<ReturnType<typeof findPasskey>>>;

/** @returns whether the credential is new: it belongs to one account */
export async function insertPasskey(trx: Transaction, passkey: PasskeyTable): Promise<boolean> {
  const row = await trx
    .insertInto("passkey")
    .values(passkey)
    .onConflict((conflict) => conflict.column("credentialId").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** @returns whether it is still there: it may have been removed while it was being checked */
export async function notePasskeyUse(
  trx: Transaction,
  use: { id: string; counter: number; backedUp: boolean; at: Date },
): Promise<boolean> {
  const row = await trx
    .updateTable("passkey")
    .set({ counter: use.counter, backedUp: use.backedUp, lastUsedAt: use.at })
    .where("id", "=", use.id)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export function renamePasskey(db: Database, passkey: { id: string; userId: string; name: string }) {
  return db
    .updateTable("passkey")
    .set({ name: passkey.name })
    .where("id", "=", passkey.id)
    .where("userId", "=", passkey.userId)
    .returningAll()
    .executeTakeFirst();
}

/** @returns what it was called; `undefined` when the user has no such passkey */
export function deletePasskey(trx: Transaction, passkey: { id: string; userId: string }) {
  return trx
    .deleteFrom("passkey")
    .where("id", "=", passkey.id)
    .where("userId", "=", passkey.userId)
    .returning(["name", "aaguid"])
    .executeTakeFirst();
}

/** @param since - leave it out for all of them */
export async function deletePasskeysOf(trx: Transaction, userId: string, since?: Date): Promise<void> {
  let query = trx.deleteFrom("passkey").where("userId", "=", userId);
  if (since !== undefined) query = query.where("createdAt", ">=", since);
  await query.execute();
}

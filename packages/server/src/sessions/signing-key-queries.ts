import { type Insertable, sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { JwksTable } from "./tables.ts";

/** Any number; it names "the signing keys are being changed" among advisory locks. */
const signingKeysLock = 786_001;

const secretOfPrivateKey = sql<string>`split_part(private_key, '.', 1)`;

/** Until the transaction ends, nobody else changes the keys: nodes that act together agree on one. */
export async function lockSigningKeys(trx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(signingKeysLock)})`.execute(trx);
}

/** In the order in which they sign. */
export function listSigningKeys(db: Database | Transaction) {
  return db
    .selectFrom("jwks")
    .select(["id", "publicKey", "privateKey", "activatesAt"])
    .orderBy("activatesAt")
    .orderBy("id")
    .execute();
}

export type StoredSigningKey = Awaited<ReturnType<typeof listSigningKeys>>[number];

export async function insertSigningKey(trx: Transaction, row: Insertable<JwksTable>): Promise<void> {
  await trx.insertInto("jwks").values(row).execute();
}

export async function activateSigningKey(trx: Transaction, id: string, at: Date): Promise<void> {
  await trx.updateTable("jwks").set({ activatesAt: at }).where("id", "=", id).execute();
}

export async function deleteSigningKeys(trx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await trx.deleteFrom("jwks").where("id", "in", ids).execute();
}

/** How many private keys a secret protects. */
export async function countSigningKeysOf(db: Database, secretId: string): Promise<number> {
  const row = await db
    .selectFrom("jwks")
    .select((eb) => eb.fn.countAll().as("count"))
    .where(secretOfPrivateKey, "=", secretId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function deleteSigningKeysOf(db: Database, secretId: string): Promise<void> {
  await db.deleteFrom("jwks").where(secretOfPrivateKey, "=", secretId).execute();
}

/** @returns whether the key was still stored as it was read */
export async function replacePrivateKey(
  db: Database,
  key: { id: string; from: string; to: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("jwks")
    .set({ privateKey: key.to })
    .where("id", "=", key.id)
    .where("privateKey", "=", key.from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

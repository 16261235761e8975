import type { Transaction } from "../database/database.ts";
import { noFacts, noOrigin } from "./erasure-queries.ts";

/** The old end of the chain. What a deletion is emptying at this moment is left out. */
export async function lockOldest(
  trx: Transaction,
  limit: number,
): Promise<{ id: string; position: number; hash: Uint8Array; createdAt: Date }[]> {
  const rows = await trx
    .selectFrom("securityEvent")
    .select(["id", "position", "hash", "createdAt"])
    .where("position", "is not", null)
    .orderBy("position")
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.flatMap(({ position, hash, ...row }) =>
    hash ? [{ ...row, position: Number(position), hash }] : [],
  );
}

export async function deleteUpTo(trx: Transaction, position: number): Promise<void> {
  await trx.deleteFrom("securityEvent").where("position", "<", position).execute();
}

/** The last link of what was cut off. */
export async function emptyCut(trx: Transaction, id: string, erasedWith: string): Promise<void> {
  await trx
    .updateTable("securityEvent")
    .set({ ...noFacts, ...noOrigin, erasedWith })
    .where("id", "=", id)
    .execute();
}

import type { Database } from "../database/database.ts";

/** @returns whether it was the first time; one statement decides that between all nodes */
export async function insertProof(db: Database, proof: { id: Buffer; expiresAt: Date }): Promise<boolean> {
  const row = await db
    .insertInto("dpopProof")
    .values(proof)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteExpiredProofs(db: Database, now: Date): Promise<void> {
  await db.deleteFrom("dpopProof").where("expiresAt", "<=", now).execute();
}

import { sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";

/** Any number; it names "the first signing key is being made" among advisory locks. */
const firstKeyLock = 786_001;

/** Newest first. */
export function listSigningKeys(db: Database) {
  return db
    .selectFrom("jwks")
    .select(["id", "publicKey", "privateKey"])
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .execute();
}

/** Inserts the key unless there is one already. The lock makes parallel first starts agree on one. */
export async function insertFirstSigningKey(
  trx: Transaction,
  key: { id: string; publicKey: string; privateKey: string; createdAt: Date },
): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(firstKeyLock)})`.execute(trx);
  const existing = await trx.selectFrom("jwks").select("id").limit(1).executeTakeFirst();
  if (existing) return;
  await trx
    .insertInto("jwks")
    .values({ ...key, alg: "ES256", crv: "P-256", expiresAt: null })
    .execute();
}

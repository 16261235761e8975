import { sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { ServerSecretTable } from "./tables.ts";

export function listSecrets(db: Database) {
  return db.selectFrom("serverSecret").selectAll().orderBy("id").execute();
}

/** @returns how it stands afterwards: of several nodes the first decides what the secret of an id is */
export function noteMinting(db: Database, secret: ServerSecretTable) {
  return db
    .insertInto("serverSecret")
    .values(secret)
    .onConflict((conflict) =>
      conflict
        .column("id")
        .doUpdateSet({ mintsUntil: sql<Date>`greatest(server_secret.mints_until, excluded.mints_until)` }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function deleteSecret(db: Database | Transaction, id: string): Promise<void> {
  await db.deleteFrom("serverSecret").where("id", "=", id).execute();
}

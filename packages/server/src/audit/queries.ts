import type { Insertable } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { SecurityEventTable } from "./tables.ts";

export async function insertEvent(
  db: Database | Transaction,
  event: Insertable<SecurityEventTable>,
): Promise<void> {
  await db.insertInto("securityEvent").values(event).execute();
}

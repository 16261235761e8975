import { eraseEvents } from "../../src/audit/erasure-queries.ts";
import type { Database } from "../../src/database/database.ts";
import { uuidv7 } from "../../src/uuid.ts";

/** Takes a user's row away, and nothing else that a deletion does but what the database insists on. */
export async function removeUser(db: Database, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await eraseEvents(trx, [id], uuidv7());
    await trx.deleteFrom("user").where("id", "=", id).execute();
  });
}

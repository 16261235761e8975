import { sql } from "kysely";
import { waitUntil } from "../../../../scripts/wait-until.ts";
import type { Database, Transaction } from "../../src/database/database.ts";
import type { TestServer } from "./server.ts";

/** Until so many requests wait for what somebody else has locked. */
function requestsWait(db: Database, count: number): Promise<true> {
  return waitUntil(`${count} requests that wait for a lock`, 60_000, async () => {
    const { rows } = await sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    return rows.length >= count ? true : undefined;
  });
}

/**
 * Asks while somebody else is in the middle of something, who goes on once the request waits for them. Whoever then
 * waited for the request would wait for ever.
 *
 * @param begin - what they have locked when the request comes
 * @param goOn - what they lock afterwards
 */
export async function askInBetween<T>(
  { database: { db } }: Pick<TestServer, "database">,
  begin: (trx: Transaction) => Promise<unknown>,
  request: () => Promise<T>,
  goOn: (trx: Transaction) => Promise<unknown>,
): Promise<T> {
  const asked = await db.transaction().execute(async (trx) => {
    await begin(trx);
    const answer = request();
    await requestsWait(db, 1);
    await goOn(trx);
    return { answer };
  });
  return asked.answer;
}

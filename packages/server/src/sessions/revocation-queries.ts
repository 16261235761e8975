import { type Insertable, sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { RevocationTable } from "./tables.ts";

/** In the order of their ends. */
export function listUnexpired(db: Database, now: Date) {
  return db
    .selectFrom("revocation")
    .select(["sessionId", "userId", "leastEpoch", "expiresAt"])
    .where("expiresAt", ">", now)
    .orderBy("expiresAt")
    .execute();
}

export async function insertRevocations(
  trx: Transaction,
  rows: Insertable<RevocationTable>[],
): Promise<void> {
  await trx.insertInto("revocation").values(rows).execute();
}

export async function deleteExpired(db: Database, now: Date): Promise<void> {
  await db.deleteFrom("revocation").where("expiresAt", "<=", now).execute();
}

/** What a token's session and user stand at, by their rows and by what was revoked. */
export async function findStanding(
  db: Database,
  { sessionId, userId }: { sessionId: string; userId: string },
): Promise<{ alive: boolean; leastEpoch: number } | undefined> {
  const { rows } = await sql<{ alive: boolean; leastEpoch: number }>`
    select
      exists (select from session where id = ${sessionId}::uuid and user_id = ${userId}::uuid)
        and not exists (select from revocation where session_id = ${sessionId}::uuid) as alive,
      greatest(
        (select epoch from "user" where id = ${userId}::uuid),
        (select max(least_epoch) from revocation where user_id = ${userId}::uuid),
        0
      ) as least_epoch
  `.execute(db);
  return rows[0];
}

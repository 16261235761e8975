import { sql } from "kysely";
import type { Transaction } from "../database/database.ts";

/** Holds a message against its deletion and against another decision about it, until the transaction ends. */
export async function lockMessage(trx: Transaction, id: string): Promise<void> {
  await trx.selectFrom("message").select("id").where("id", "=", id).forNoKeyUpdate().execute();
}

/** Takes a message's words from its reader; an answer that is being written ends with it. */
export async function hideMessage(trx: Transaction, id: string, at: Date): Promise<boolean> {
  const row = await trx
    .updateTable("message")
    .set({
      status: "hidden",
      statusBeforeHidden: sql`case when status = 'complete' then 'complete' else 'failed' end`,
      updatedAt: at,
    })
    .where("id", "=", id)
    .where("status", "<>", "hidden")
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** The other direction. */
export async function unhideMessage(trx: Transaction, id: string, at: Date): Promise<boolean> {
  const row = await trx
    .updateTable("message")
    .set({
      status: sql`coalesce(status_before_hidden, 'complete')`,
      statusBeforeHidden: null,
      updatedAt: at,
    })
    .where("id", "=", id)
    .where("status", "=", "hidden")
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

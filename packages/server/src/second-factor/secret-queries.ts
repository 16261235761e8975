import { sql } from "kysely";
import type { Database } from "../database/database.ts";

const secretOfContents = sql<string>`split_part(contents, '.', 1)`;

export async function countTotpSecretsOf(db: Database, secretId: string): Promise<number> {
  const { count } = await db
    .selectFrom("totpSecret")
    .select((eb) => eb.fn.countAll().as("count"))
    .where(secretOfContents, "=", secretId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Encrypted under another secret than this one. */
export function listEncryptedOtherwise(
  db: Database,
  page: { secretId: string; after: string | undefined; limit: number },
): Promise<{ id: string; contents: string }[]> {
  let query = db
    .selectFrom("totpSecret")
    .select(["id", "contents"])
    .where(secretOfContents, "<>", page.secretId);
  if (page.after !== undefined) query = query.where("id", ">", page.after);
  return query.orderBy("id").limit(page.limit).execute();
}

/** @returns whether it was still stored as it was read */
export async function replaceContents(
  db: Database,
  secret: { id: string; from: string; to: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("totpSecret")
    .set({ contents: secret.to })
    .where("id", "=", secret.id)
    .where("contents", "=", secret.from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

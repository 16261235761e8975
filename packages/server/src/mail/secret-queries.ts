import { sql } from "kysely";
import type { Database } from "../database/database.ts";

const secretOfContents = sql<string>`split_part(contents, '.', 1)`;

export async function countLettersOf(db: Database, secretId: string): Promise<number> {
  const { count } = await db
    .selectFrom("letter")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("contents", "is not", null)
    .where(secretOfContents, "=", secretId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Letters that wait, encrypted under another secret than this one. */
export async function listEncryptedOtherwise(
  db: Database,
  page: { secretId: string; after: string | undefined; limit: number },
): Promise<{ id: string; contents: string }[]> {
  const rows = await db
    .selectFrom("letter")
    .select(["id", "contents"])
    .where("contents", "is not", null)
    .where(secretOfContents, "<>", page.secretId)
    .$if(page.after !== undefined, (query) => query.where("id", ">", page.after ?? ""))
    .orderBy("id")
    .limit(page.limit)
    .execute();
  return rows.flatMap(({ id, contents }) => (contents === null ? [] : [{ id, contents }]));
}

/** @returns whether the letter was still stored as it was read */
export async function replaceContents(
  db: Database,
  letter: { id: string; from: string; to: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("letter")
    .set({ contents: letter.to })
    .where("id", "=", letter.id)
    .where("contents", "=", letter.from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

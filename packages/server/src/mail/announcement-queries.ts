import { type Insertable, sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { AnnouncementTable } from "./tables.ts";

/** Accounts with a proven address that asked for news. */
const readersOfNews = (db: Database | Transaction) =>
  db
    .selectFrom("user")
    .innerJoin("preference", "preference.userId", "user.id")
    .where("preference.notifyProduct", "=", true)
    .where("user.emailVerified", "=", true)
    .where("user.isAnonymous", "=", false);

export async function countReadersOfNews(db: Database): Promise<number> {
  const { count } = await readersOfNews(db)
    .select((eb) => eb.fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export function listReadersOfNews(trx: Transaction, page: { after: string | null; limit: number }) {
  return readersOfNews(trx)
    .select(["user.id", "user.email", "preference.language"])
    .$if(page.after !== null, (query) => query.where("user.id", ">", page.after ?? ""))
    .orderBy("user.id")
    .limit(page.limit)
    .execute();
}

export function findAnnouncement(db: Database, id: string) {
  return db.selectFrom("announcement").select("createdAt").where("id", "=", id).executeTakeFirst();
}

/** @returns whether it is new */
export async function insertAnnouncement(
  trx: Transaction,
  announcement: Insertable<AnnouncementTable>,
): Promise<boolean> {
  const row = await trx
    .insertInto("announcement")
    .values(announcement)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export function lockOpenAnnouncement(trx: Transaction) {
  return trx
    .selectFrom("announcement")
    .select(["id", "subject", "text", "lastUserId"])
    .where("finishedAt", "is", null)
    .orderBy("createdAt")
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

export async function noteProgress(
  trx: Transaction,
  id: string,
  progress: { lastUserId: string | null; written: number; finishedAt: Date | null },
): Promise<void> {
  const { lastUserId, written, finishedAt } = progress;
  await trx
    .updateTable("announcement")
    .set({ lastUserId, finishedAt, letters: sql`letters + ${written}` })
    .where("id", "=", id)
    .execute();
}

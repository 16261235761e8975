import { sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { BookmarkTable } from "./tables.ts";

const columns = ["id", "page", "anchor", "note", "createdAt"] as const;

export type BookmarkRow = Pick<BookmarkTable, (typeof columns)[number]>;

/** One place of the book in one reader's list. */
export type BookmarkedPlace = Pick<BookmarkTable, "ownerId" | "page" | "anchor">;

/** What is added to one reader's list is added one after the other: no place twice, and never too many. */
export async function lockBookmarks(trx: Transaction, ownerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bookmark:${ownerId}`}, 0))`.execute(trx);
}

/** Newest first. */
export function findBookmarks(
  db: Database,
  ownerId: string,
  page: { before: string | undefined; limit: number },
): Promise<BookmarkRow[]> {
  let query = db.selectFrom("bookmark").select(columns).where("ownerId", "=", ownerId);
  if (page.before !== undefined) query = query.where("id", "<", page.before);
  return query.orderBy("id", "desc").limit(page.limit).execute();
}

export function findAllBookmarks(db: Database, ownerId: string): Promise<BookmarkRow[]> {
  return db.selectFrom("bookmark").select(columns).where("ownerId", "=", ownerId).orderBy("id").execute();
}

/** @param note - `undefined`: it stays */
export function updateNote(
  trx: Transaction,
  { ownerId, page, anchor }: BookmarkedPlace,
  note: string | null | undefined,
): Promise<BookmarkRow | undefined> {
  return trx
    .updateTable("bookmark")
    .set((eb) => ({ note: note === undefined ? eb.ref("note") : note }))
    .where("ownerId", "=", ownerId)
    .where("page", "=", page)
    .where("anchor", "is not distinct from", anchor)
    .returning(columns)
    .executeTakeFirst();
}

export function insertBookmark(trx: Transaction, row: BookmarkTable): Promise<BookmarkRow> {
  return trx.insertInto("bookmark").values(row).returning(columns).executeTakeFirstOrThrow();
}

export async function deleteBookmark(trx: Transaction, ownerId: string, id: string): Promise<boolean> {
  const row = await trx
    .deleteFrom("bookmark")
    .where("id", "=", id)
    .where("ownerId", "=", ownerId)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function countBookmarks(db: Database | Transaction, ownerId: string): Promise<number> {
  const row = await db
    .selectFrom("bookmark")
    .select(sql<number>`count(*)::int`.as("bookmarks"))
    .where("ownerId", "=", ownerId)
    .executeTakeFirstOrThrow();
  return row.bookmarks;
}

/**
 * What a merge moves. A place that both have kept becomes one bookmark, the account's, with the notes of both.
 *
 * @returns how many bookmarks the guest had
 */
export async function moveBookmarks(
  trx: Transaction,
  { fromUserId, toUserId }: { fromUserId: string; toUserId: string },
): Promise<number> {
  await lockBookmarks(trx, toUserId);
  const samePlace = sql<boolean>`own.owner_id = ${toUserId} and guests.owner_id = ${fromUserId}
    and own.page = guests.page and own.anchor is not distinct from guests.anchor`;
  await sql`
    update bookmark own
    set note = case when own.note is null then guests.note else own.note || E'\n\n' || guests.note end
    from bookmark guests
    where ${samePlace} and guests.note is not null and guests.note is distinct from own.note
  `.execute(trx);
  const { numAffectedRows: joined = 0n } = await sql`
    delete from bookmark guests using bookmark own where ${samePlace}
  `.execute(trx);
  const { numUpdatedRows: moved } = await trx
    .updateTable("bookmark")
    .set({ ownerId: toUserId })
    .where("ownerId", "=", fromUserId)
    .executeTakeFirstOrThrow();
  return Number(joined + moved);
}

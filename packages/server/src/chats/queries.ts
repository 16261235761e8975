import { sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { ConversationPlace } from "./cursors.ts";
import type { ConversationTable } from "./tables.ts";

const columns = ["id", "title", "page", "createdAt", "updatedAt"] as const;

export type ConversationRow = Pick<ConversationTable, (typeof columns)[number]>;

export function insertConversation(
  trx: Transaction,
  row: ConversationRow & { ownerId: string; search: string },
): Promise<ConversationRow> {
  return trx.insertInto("conversation").values(row).returning(columns).executeTakeFirstOrThrow();
}

/** Newest first. */
export function findConversations(
  db: Database,
  ownerId: string,
  page: { after: ConversationPlace | undefined; limit: number },
): Promise<ConversationRow[]> {
  let query = db.selectFrom("conversation").select(columns).where("ownerId", "=", ownerId);
  if (page.after) {
    query = query.where(
      sql<boolean>`(updated_at, id) < (${page.after.updatedAt}::timestamptz, ${page.after.id}::uuid)`,
    );
  }
  return query.orderBy("updatedAt", "desc").orderBy("id", "desc").limit(page.limit).execute();
}

export function findConversation(
  db: Database | Transaction,
  ownerId: string,
  id: string,
): Promise<ConversationRow | undefined> {
  return db
    .selectFrom("conversation")
    .select(columns)
    .where("id", "=", id)
    .where("ownerId", "=", ownerId)
    .executeTakeFirst();
}

export function updateTitle(
  trx: Transaction,
  ownerId: string,
  id: string,
  change: { title: string; search: string },
): Promise<ConversationRow | undefined> {
  return trx
    .updateTable("conversation")
    .set(change)
    .where("id", "=", id)
    .where("ownerId", "=", ownerId)
    .returning(columns)
    .executeTakeFirst();
}

/**
 * Moves a conversation to the top, and names it after its first question.
 *
 * @returns whether it exists for this owner
 */
export async function touchConversation(
  trx: Transaction,
  ownerId: string,
  id: string,
  change: { at: Date; title: string; search: string },
): Promise<boolean> {
  const row = await trx
    .updateTable("conversation")
    .set({
      updatedAt: change.at,
      title: sql<string>`coalesce(title, ${change.title})`,
      search: sql<string>`case when title is null then ${change.search} else search end`,
    })
    .where("id", "=", id)
    .where("ownerId", "=", ownerId)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** With its messages, by the foreign key. */
export async function deleteConversation(trx: Transaction, ownerId: string, id: string): Promise<boolean> {
  const row = await trx
    .deleteFrom("conversation")
    .where("id", "=", id)
    .where("ownerId", "=", ownerId)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * What a merge moves. The caller holds the guest's row, so that no writer is half way.
 *
 * @returns how many conversations were moved
 */
export async function moveConversations(
  trx: Transaction,
  { fromUserId, toUserId }: { fromUserId: string; toUserId: string },
): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable("conversation")
    .set({ ownerId: toUserId })
    .where("ownerId", "=", fromUserId)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

export async function countConversations(db: Database | Transaction, ownerId: string): Promise<number> {
  const row = await db
    .selectFrom("conversation")
    .select(sql<number>`count(*)::int`.as("conversations"))
    .where("ownerId", "=", ownerId)
    .executeTakeFirstOrThrow();
  return row.conversations;
}

export function findAllConversations(db: Database, ownerId: string): Promise<ConversationRow[]> {
  return db.selectFrom("conversation").select(columns).where("ownerId", "=", ownerId).orderBy("id").execute();
}

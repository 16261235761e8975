import { sql } from "kysely";
import { lockMessage } from "../chats/moderation-queries.ts";
import type { Database, Transaction } from "../database/database.ts";
import type { MessageFeedbackTable, ReportedMessage, ReportTable } from "./tables.ts";

/** An answer of this owner, which stays until the transaction ends; nothing of anybody else's, and no question. */
export function findOwnAnswer(trx: Transaction, ownerId: string, id: string) {
  return trx
    .selectFrom("message")
    .innerJoin("conversation", "conversation.id", "message.conversationId")
    .select(["message.id", "message.conversationId"])
    .where("message.id", "=", id)
    .where("message.role", "=", "assistant")
    .where("conversation.ownerId", "=", ownerId)
    .forKeyShare("message")
    .executeTakeFirst();
}

/** A thumb that is there already is replaced. */
export async function upsertFeedback(trx: Transaction, row: MessageFeedbackTable): Promise<void> {
  const { rating, comment, createdAt } = row;
  await trx
    .insertInto("messageFeedback")
    .values(row)
    .onConflict((conflict) => conflict.column("messageId").doUpdateSet({ rating, comment, createdAt }))
    .execute();
}

export async function deleteFeedback(trx: Transaction, messageId: string): Promise<void> {
  await trx.deleteFrom("messageFeedback").where("messageId", "=", messageId).execute();
}

/** For the reader's copy. */
export function findAllFeedback(db: Database, ownerId: string) {
  return db
    .selectFrom("messageFeedback")
    .innerJoin("message", "message.id", "messageFeedback.messageId")
    .innerJoin("conversation", "conversation.id", "message.conversationId")
    .select(["messageFeedback.messageId", "messageFeedback.rating", "messageFeedback.comment"])
    .select("messageFeedback.createdAt")
    .where("conversation.ownerId", "=", ownerId)
    .orderBy("messageFeedback.messageId")
    .execute();
}

/** A message and at most so many on either side of it, oldest first. */
export async function findExcerpt(
  trx: Transaction,
  { conversationId, id }: { conversationId: string; id: string },
  neighbours: number,
): Promise<ReportedMessage[]> {
  const side = (compared: "<=" | ">", order: "asc" | "desc", limit: number) =>
    trx
      .selectFrom("message")
      .select(["id", "role", "content", "createdAt"])
      .where("conversationId", "=", conversationId)
      .where("id", compared, id)
      .orderBy("id", order)
      .limit(limit)
      .execute();
  const before = await side("<=", "desc", neighbours + 1);
  const after = await side(">", "asc", neighbours);
  return [...before.reverse(), ...after].map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/**
 * One report of a message: whoever reports it again opens it again, in other words.
 *
 * @returns its id
 */
export async function insertReport(
  trx: Transaction,
  row: Omit<ReportTable, "excerpt"> & { excerpt: string },
): Promise<string> {
  const { reason, comment, excerpt, status, updatedAt } = row;
  const { id } = await trx
    .insertInto("report")
    .values(row)
    .onConflict((conflict) =>
      conflict.column("messageId").doUpdateSet({ reason, comment, excerpt, status, updatedAt }),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

const columns = [
  "report.id",
  "report.status",
  "report.reason",
  "report.comment",
  "report.action",
  "report.note",
  "report.excerpt",
  "report.createdAt",
  "report.updatedAt",
  "message.status as messageStatus",
] as const;

/** Oldest first: a queue. Without its reporter, whom moderators are not told. */
export function findReports(
  db: Database,
  page: { status: ReportTable["status"] | undefined; after: string | undefined; limit: number },
) {
  let query = db.selectFrom("report").leftJoin("message", "message.id", "report.messageId").select(columns);
  if (page.status !== undefined) query = query.where("report.status", "=", page.status);
  if (page.after !== undefined) query = query.where("report.id", ">", page.after);
  return query.orderBy("report.id").limit(page.limit).execute();
}

export type ReportRow = Awaited<ReturnType<typeof findReports>>[number];

export function findReport(trx: Transaction, id: string): Promise<ReportRow> {
  return trx
    .selectFrom("report")
    .leftJoin("message", "message.id", "report.messageId")
    .select(columns)
    .where("report.id", "=", id)
    .executeTakeFirstOrThrow();
}

/** What is reported before its report, as whoever deletes the conversation: the message goes, and then leaves the report. */
export async function lockReport(trx: Transaction, id: string) {
  const report = trx
    .selectFrom("report")
    .select(["id", "ownerId", "messageId", "status"])
    .where("id", "=", id);
  const found = await report.executeTakeFirst();
  if (found?.messageId) await lockMessage(trx, found.messageId);
  return report.forUpdate().executeTakeFirst();
}

export async function updateReport(
  trx: Transaction,
  id: string,
  change: Pick<ReportTable, "status" | "updatedAt"> & Partial<Pick<ReportTable, "action" | "note">>,
): Promise<void> {
  await trx.updateTable("report").set(change).where("id", "=", id).execute();
}

export async function moveReports(
  trx: Transaction,
  { fromUserId, toUserId }: { fromUserId: string; toUserId: string },
): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable("report")
    .set({ ownerId: toUserId })
    .where("ownerId", "=", fromUserId)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

export async function countReports(db: Database | Transaction, ownerId: string): Promise<number> {
  const row = await db
    .selectFrom("report")
    .select(sql<number>`count(*)::int`.as("reports"))
    .where("ownerId", "=", ownerId)
    .executeTakeFirstOrThrow();
  return row.reports;
}

/** For the reader's copy: what they said, not what moderators say among themselves. */
export function findOwnReports(db: Database, ownerId: string) {
  return db
    .selectFrom("report")
    .select(["id", "messageId", "reason", "comment", "status", "createdAt"])
    .where("ownerId", "=", ownerId)
    .orderBy("id")
    .execute();
}

/** @returns how many went; at most so many at once */
export async function deleteClosed(
  db: Database,
  { before, limit }: { before: Date; limit: number },
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("report")
    .where("id", "in", (closed) =>
      closed
        .selectFrom("report")
        .select("id")
        .where("status", "<>", "open")
        .where("updatedAt", "<", before)
        .limit(limit),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

import type { Source } from "../answers/source.ts";
import type { Database, Transaction } from "../database/database.ts";
import type { MessageTable } from "./tables.ts";

const columns = [
  "message.id",
  "message.role",
  "message.content",
  "message.sources",
  "message.status",
  "message.createdAt",
  "message.updatedAt",
] as const;

/** Oldest first; none for a conversation of somebody else. */
export function findMessages(
  db: Database,
  ownerId: string,
  conversationId: string,
  page: { after: string | undefined; limit: number },
) {
  let query = ownMessages(db, ownerId, conversationId).select(columns);
  if (page.after !== undefined) query = query.where("message.id", ">", page.after);
  return query.orderBy("message.id").limit(page.limit).execute();
}

export type MessageRow = Awaited<ReturnType<typeof findMessages>>[number];

/** The latest exchanges as a model may see them, oldest first: nothing hidden, failed or unfinished. */
export async function findHistory(
  trx: Transaction,
  ownerId: string,
  conversationId: string,
  limit: number,
): Promise<Pick<MessageTable, "role" | "content">[]> {
  const rows = await ownMessages(trx, ownerId, conversationId)
    .select(["message.role", "message.content"])
    .where("message.status", "=", "complete")
    .where("message.content", "<>", "")
    .orderBy("message.id", "desc")
    .limit(limit)
    .execute();
  return rows.reverse();
}

function ownMessages(db: Database | Transaction, ownerId: string, conversationId: string) {
  return db
    .selectFrom("message")
    .innerJoin("conversation", "conversation.id", "message.conversationId")
    .where("message.conversationId", "=", conversationId)
    .where("conversation.ownerId", "=", ownerId);
}

/** The caller has found the conversation to be the owner's, in this transaction. */
export async function insertExchange(
  trx: Transaction,
  exchange: {
    conversationId: string;
    questionId: string;
    answerId: string;
    content: string;
    page: string | null;
    selection: string | null;
    at: Date;
  },
): Promise<void> {
  const { conversationId, questionId, answerId, content, page, selection, at } = exchange;
  const both = { conversationId, createdAt: at, updatedAt: at };
  await trx
    .insertInto("message")
    .values([
      { ...both, id: questionId, role: "user", content, status: "complete", page, selection },
      {
        ...both,
        id: answerId,
        role: "assistant",
        content: "",
        status: "streaming",
        page: null,
        selection: null,
      },
    ])
    .execute();
}

/** Only one answer of a conversation is being written; the index says so to whoever inserts a second. */
export function isAnswerRunning(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    error.code === "23505" &&
    "constraint" in error &&
    error.constraint === "message_one_streaming"
  );
}

/** Ends answers whose server is gone: nothing has been written to them for so long. */
export async function failSilentAnswers(
  trx: Transaction,
  conversationId: string,
  { silentSince, now }: { silentSince: Date; now: Date },
): Promise<void> {
  await trx
    .updateTable("message")
    .set({ status: "failed", updatedAt: now })
    .where("conversationId", "=", conversationId)
    .where("status", "=", "streaming")
    .where("updatedAt", "<", silentSince)
    .execute();
}

/**
 * Stores an answer as far as it has come. The id was made by the server that writes it and is never
 * taken from a request, so like the other two statements of a running answer it needs no owner.
 *
 * @returns whether the answer is still waiting for its text
 */
export async function updateAnswer(
  db: Database,
  id: string,
  change: {
    content: string;
    sources: readonly Source[];
    status: "streaming" | "complete" | "failed";
    at: Date;
  },
): Promise<boolean> {
  const row = await db
    .updateTable("message")
    .set({
      content: change.content,
      sources: JSON.stringify(change.sources),
      status: change.status,
      updatedAt: change.at,
    })
    .where("id", "=", id)
    .where("status", "=", "streaming")
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Every message of a reader, conversation after conversation, for the copy that they take along. */
export function findAllMessages(db: Database, ownerId: string) {
  return db
    .selectFrom("message")
    .innerJoin("conversation", "conversation.id", "message.conversationId")
    .select([...columns, "message.conversationId", "message.page", "message.selection"])
    .where("conversation.ownerId", "=", ownerId)
    .orderBy("message.conversationId")
    .orderBy("message.id")
    .execute();
}

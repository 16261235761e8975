import { sql } from "kysely";
import type { Source } from "../answers/source.ts";
import type { Database, Transaction } from "../database/database.ts";
import type { MessageTable } from "./tables.ts";

/** For a search, of an answer that nobody has at hand: the database knows no more about spelling than this. */
const asItStands = sql<string>`lower(content)`;

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
  let query = ownMessages(db, ownerId, conversationId)
    .leftJoin("messageFeedback", "messageFeedback.messageId", "message.id")
    .leftJoin("report", "report.messageId", "message.id")
    .select([...columns, "messageFeedback.rating as feedback"])
    .select((eb) => eb("report.id", "is not", null).as("reported"));
  if (page.after !== undefined) query = query.where("message.id", ">", page.after);
  return query.orderBy("message.id").limit(page.limit).execute();
}

/** One message with its conversation; none of somebody else's. */
export function findMessage(db: Database | Transaction, ownerId: string, id: string) {
  return db
    .selectFrom("message")
    .innerJoin("conversation", "conversation.id", "message.conversationId")
    .select([...columns, "message.conversationId"])
    .where("message.id", "=", id)
    .where("conversation.ownerId", "=", ownerId)
    .executeTakeFirst();
}

/** A question that its client has asked under this name before, with its answer. */
export async function findAsked(
  trx: Transaction,
  conversationId: string,
  clientId: string,
): Promise<{ content: string; answerId: string } | undefined> {
  return trx
    .selectFrom("message")
    .innerJoin("message as answer", (join) =>
      join
        .onRef("answer.conversationId", "=", "message.conversationId")
        .onRef("answer.createdAt", "=", "message.createdAt")
        .on("answer.role", "=", "assistant"),
    )
    .select(["message.content", "answer.id as answerId"])
    .where("message.conversationId", "=", conversationId)
    .where("message.clientId", "=", clientId)
    .executeTakeFirst();
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
    clientId: string | null;
    content: string;
    search: string;
    page: string | null;
    selection: string | null;
    at: Date;
  },
): Promise<void> {
  const { conversationId, questionId, answerId, clientId, content, search, page, selection, at } = exchange;
  const both = { conversationId, createdAt: at, updatedAt: at };
  await trx
    .insertInto("message")
    .values([
      {
        ...both,
        id: questionId,
        role: "user",
        clientId,
        content,
        search,
        status: "complete",
        page,
        selection,
      },
      {
        ...both,
        id: answerId,
        role: "assistant",
        clientId: null,
        content: "",
        search: "",
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
    .set({ status: "failed", search: asItStands, updatedAt: now })
    .where("conversationId", "=", conversationId)
    .where("status", "=", "streaming")
    .where("updatedAt", "<", silentSince)
    .execute();
}

/** On a database that no other process has: whoever was writing is gone. */
export async function failAllAnswers(db: Database, now: Date): Promise<void> {
  await db
    .updateTable("message")
    .set({ status: "failed", search: asItStands, updatedAt: now })
    .where("status", "=", "streaming")
    .execute();
}

/**
 * Stores many answers as far as they have come. It waits for nobody: what somebody else has locked, such as the deletion
 * of an account, is left for the next time.
 *
 * @returns the ids of those that were stored
 */
export async function storeRunning(
  db: Database,
  answers: readonly { id: string; content: string; sources: readonly Source[] }[],
  at: Date,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    with free as (
      select id from message
      where id = any(${answers.map(({ id }) => id)}::uuid[]) and status = 'streaming'
      for no key update skip locked
    )
    update message set content = given.content, sources = given.sources::jsonb, updated_at = ${at}::timestamptz
    from free, unnest(
      ${answers.map(({ id }) => id)}::uuid[],
      ${answers.map(({ content }) => content)}::text[],
      ${answers.map(({ sources }) => JSON.stringify(sources))}::text[]
    ) as given (id, content, sources)
    where message.id = free.id and given.id = free.id
    returning message.id
  `.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/**
 * Stores the end of an answer. The id was made by the server that writes it and is never
 * taken from a request, so like the other two statements of a running answer it needs no owner.
 *
 * @returns whether the answer is still waiting for its text
 */
export async function updateAnswer(
  db: Database,
  id: string,
  change: {
    content: string;
    search: string;
    sources: readonly Source[];
    status: "complete" | "failed";
    at: Date;
  },
): Promise<boolean> {
  const row = await db
    .updateTable("message")
    .set({
      content: change.content,
      search: change.search,
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

/** Ends an answer whose server does not: what is stored of it stays. */
export async function completeAnswer(db: Database, id: string, at: Date): Promise<void> {
  await db
    .updateTable("message")
    .set({ status: "complete", search: asItStands, updatedAt: at })
    .where("id", "=", id)
    .where("status", "=", "streaming")
    .execute();
}

/** What has become of an answer; by its server's own id of it. */
export function findAnswer(db: Database, id: string) {
  return db
    .selectFrom("message")
    .select(["content", "sources", "status", "updatedAt"])
    .where("id", "=", id)
    .executeTakeFirst();
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

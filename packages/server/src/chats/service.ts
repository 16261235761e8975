// Conversations and their messages: whose they are, and how a question gets its answer.

import type { Transaction } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { type Page, type PageRequest, readIdCursor, toPage, writeCursor } from "../paging.ts";
import type { PreferencesService } from "../preferences/service.ts";
import { SessionEndedError } from "../sessions/errors.ts";
import { uuidv7 } from "../uuid.ts";
import { type AnswerWriterDeps, type RunningAnswer, writeAnswer } from "./answer-writer.ts";
import * as cursors from "./cursors.ts";
import { AnswerRunningError, ConversationNotFoundError } from "./errors.ts";
import * as messageQueries from "./message-queries.ts";
import * as queries from "./queries.ts";
import type { Conversation, Message, Question } from "./schemas.ts";
import { titleFromQuestion } from "./title.ts";

export interface ChatsDeps extends AnswerWriterDeps {
  readonly preferences: Pick<PreferencesService, "get">;
}

/** After so long without a sign of life an answer's server is taken for dead. */
const silenceMs = 60_000;
/** What a model is told of the conversation so far. */
const historyLength = 10;

export function createChats(deps: ChatsDeps) {
  const { database, clock, preferences } = deps;
  const running = new Set<RunningAnswer>();

  /** Writes happen for the reader, or for the account that the guest became while the request was on its way. */
  const writeAs = <T>(
    readerId: string,
    write: (trx: Transaction, ownerId: string) => Promise<T>,
  ): Promise<T> =>
    inTransaction(database, async (trx) => {
      const ownerId = await queries.lockOwner(trx, readerId);
      if (ownerId === undefined) throw new SessionEndedError();
      return write(trx, ownerId);
    });

  const silentSince = () => new Date(clock.now().getTime() - silenceMs);

  return {
    create(
      readerId: string,
      { title, page }: { title?: string | undefined; page?: string | undefined },
    ): Promise<Conversation> {
      return writeAs(readerId, async (trx, ownerId) => {
        const at = clock.now();
        const row = {
          id: uuidv7(),
          ownerId,
          title: title ?? null,
          page: page ?? null,
          createdAt: at,
          updatedAt: at,
        };
        return showConversation(await queries.insertConversation(trx, row));
      });
    },

    /** The reader's own conversations, the last used first. */
    async list(readerId: string, { limit, cursor }: PageRequest): Promise<Page<Conversation>> {
      const after = cursor === undefined ? undefined : cursors.readConversationCursor(cursor);
      const rows = await queries.findConversations(database, readerId, { after, limit: limit + 1 });
      return toPage(rows, limit, showConversation, cursors.writeConversationCursor);
    },

    /** @throws {ConversationNotFoundError} */
    async get(readerId: string, id: string): Promise<Conversation> {
      return showConversation(found(await queries.findConversation(database, readerId, id)));
    },

    /** @throws {ConversationNotFoundError} */
    rename(readerId: string, id: string, title: string): Promise<Conversation> {
      return writeAs(readerId, async (trx, ownerId) =>
        showConversation(found(await queries.updateTitle(trx, ownerId, id, title))),
      );
    },

    /**
     * With everything in it, at once and for good; an answer that is being written to it ends.
     *
     * @throws {ConversationNotFoundError}
     */
    async remove(readerId: string, id: string): Promise<void> {
      const existed = await writeAs(readerId, (trx, ownerId) => queries.deleteConversation(trx, ownerId, id));
      if (!existed) throw new ConversationNotFoundError();
      for (const answer of running) if (answer.conversationId === id) answer.abort();
    },

    /**
     * Oldest first.
     *
     * @throws {ConversationNotFoundError}
     */
    async listMessages(readerId: string, id: string, { limit, cursor }: PageRequest): Promise<Page<Message>> {
      const after = cursor === undefined ? undefined : readIdCursor(cursor);
      found(await queries.findConversation(database, readerId, id));
      const rows = await messageQueries.findMessages(database, readerId, id, { after, limit: limit + 1 });
      const since = silentSince();
      return toPage(
        rows,
        limit,
        (row) => showMessage(row, since),
        (row) => writeCursor(row.id),
      );
    },

    /**
     * Stores a question and lets the answer be written, to its end, whether or not anybody reads along.
     *
     * @returns the answer's parts as server-sent events
     * @throws {ConversationNotFoundError}
     * @throws {AnswerRunningError} while the answer to an earlier question is being written
     */
    async ask(
      readerId: string,
      id: string,
      { content, page, selection, language }: Question,
    ): Promise<ReadableStream<Uint8Array>> {
      const questionId = uuidv7();
      const answerId = uuidv7();
      const readersLanguage = language ?? (await preferences.get(readerId)).language;
      const history = await writeAs(readerId, async (trx, ownerId) => {
        const at = clock.now();
        const exists = await queries.touchConversation(trx, ownerId, id, {
          at,
          title: titleFromQuestion(content),
        });
        if (!exists) throw new ConversationNotFoundError();
        await messageQueries.failSilentAnswers(trx, id, { silentSince: silentSince(), now: at });
        const said = await messageQueries.findHistory(trx, ownerId, id, historyLength);
        const exchange = { conversationId: id, questionId, answerId, content, at };
        await messageQueries.insertExchange(trx, {
          ...exchange,
          page: page ?? null,
          selection: selection ?? null,
        });
        return said;
      }).catch((error) => {
        throw messageQueries.isAnswerRunning(error) ? new AnswerRunningError() : error;
      });

      const answer = writeAnswer(deps, id, {
        messageId: answerId,
        language: readersLanguage,
        question: content,
        page,
        selection,
        history,
      });
      running.add(answer);
      void answer.done.finally(() => running.delete(answer));
      return answer.events;
    },

    /** Waits for the answers that are being written, then stores the others as far as they have come. */
    async close({ graceMs = 5_000 }: { graceMs?: number } = {}): Promise<void> {
      const done = () => Promise.allSettled([...running].map((answer) => answer.done));
      await within(graceMs, done());
      for (const answer of running) answer.abort();
      await within(graceMs, done());
    },
  };
}

export type Chats = ReturnType<typeof createChats>;

function found<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new ConversationNotFoundError();
  return row;
}

function showConversation({ id, title, page, createdAt, updatedAt }: queries.ConversationRow): Conversation {
  return { id, title, page, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

function showMessage(row: messageQueries.MessageRow, silentSince: Date): Message {
  const { id, role, content, sources, status, createdAt, updatedAt } = row;
  const abandoned = status === "streaming" && updatedAt < silentSince;
  return {
    id,
    role,
    content,
    sources,
    status: abandoned ? "failed" : status,
    createdAt: createdAt.toISOString(),
  };
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}

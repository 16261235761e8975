// Conversations and what was said in them, for their owner alone.
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { writeAsOwner } from "../guests/write-as-owner.ts";
import { type Page, type PageRequest, readIdCursor, toPage, writeCursor } from "../paging.ts";
import { uuidv7 } from "../uuid.ts";
import * as cursors from "./cursors.ts";
import { ConversationNotFoundError } from "./errors.ts";
import * as messageQueries from "./message-queries.ts";
import * as queries from "./queries.ts";
import type { RunningAnswers } from "./running-answers.ts";
import type { Conversation, Message } from "./schemas.ts";
import { searchText } from "./search-text.ts";
import { showConversation, showMessage } from "./show.ts";

export interface ConversationsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly running: Pick<RunningAnswers, "drop" | "dropHere">;
}

export function createConversations({ database, clock, running }: ConversationsDeps) {
  return {
    create(
      readerId: string,
      { title, page }: { title?: string | undefined; page?: string | undefined },
    ): Promise<Conversation> {
      return writeAsOwner(database, readerId, async (trx, ownerId) => {
        const at = clock.now();
        const row = {
          id: uuidv7(),
          ownerId,
          title: title ?? null,
          search: searchText(title ?? ""),
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
      return writeAsOwner(database, readerId, async (trx, ownerId) => {
        const change = { title, search: searchText(title) };
        return showConversation(found(await queries.updateTitle(trx, ownerId, id, change)));
      });
    },

    /**
     * With everything in it, at once and for good; an answer that is being written to it ends, at whichever node.
     *
     * @throws {ConversationNotFoundError}
     */
    remove(readerId: string, id: string): Promise<void> {
      return writeAsOwner(database, readerId, async (trx, ownerId, afterCommit) => {
        if (!(await queries.deleteConversation(trx, ownerId, id))) throw new ConversationNotFoundError();
        await running.drop(trx, id);
        afterCommit(() => running.dropHere(id));
      });
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
      const now = clock.now();
      return toPage(
        rows,
        limit,
        (row) => showMessage(row, now),
        (row) => writeCursor(row.id),
      );
    },
  };
}

function found<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new ConversationNotFoundError();
  return row;
}

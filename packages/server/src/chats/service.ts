// Conversations and their messages: whose they are, and how a question gets its answer.
import type { OpenDatabase } from "../database/database.ts";
import type { Notifications } from "../database/notifications.ts";
import type { PreferencesService } from "../preferences/service.ts";
import { createAnswerStreams } from "./answer-streams.ts";
import type { AnswerWriterDeps } from "./answer-writer.ts";
import { createConversationExport } from "./conversation-export.ts";
import { createConversations } from "./conversations.ts";
import { failAllAnswers } from "./message-queries.ts";
import { createQuestions } from "./questions.ts";
import { createRunningAnswers } from "./running-answers.ts";
import { createSearch } from "./search.ts";
import { createStoredAnswers } from "./stored-answer.ts";

export interface ChatsDeps extends Omit<AnswerWriterDeps, "database" | "keeper"> {
  readonly database: Pick<OpenDatabase, "db" | "kind">;
  readonly notifications: Pick<Notifications, "subscribe" | "send">;
  readonly preferences: Pick<PreferencesService, "get">;
  /** Where the book is read, without a trailing slash. */
  readonly bookUrl: string;
}

export function createChats({ database: { db, kind }, ...deps }: ChatsDeps) {
  const parts = { ...deps, database: db };
  const running = createRunningAnswers(parts);
  const stored = createStoredAnswers(parts);
  const streams = createAnswerStreams(parts);
  return {
    ...createConversations({ ...parts, running }),
    ...createSearch(parts),
    ...createConversationExport(parts),
    ...createQuestions({ ...parts, running, stored, streams }),

    /** No other process has the embedded database: what was being written when the last one ended will not be. */
    async start(): Promise<void> {
      if (kind === "pglite") await failAllAnswers(db, deps.clock.now());
    },
  };
}

export type Chats = ReturnType<typeof createChats>;

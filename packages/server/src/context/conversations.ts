import { createAnswers } from "../answers/answers.ts";
import { createOpenAiEmbeddings } from "../answers/openai-embeddings.ts";
import { createOpenAiModel } from "../answers/openai-model.ts";
import { createBook } from "../book/book.ts";
import { createEmbeddings } from "../book/embeddings.ts";
import { createBookmarks } from "../bookmarks/service.ts";
import { createChats } from "../chats/service.ts";
import { requireAnswerable } from "../limits/quota-check.ts";
import { createQuotas } from "../limits/quotas.ts";
import { createReports } from "../reports/service.ts";
import type { Foundation } from "./foundation.ts";

/**
 * What readers do with the book: chats ask answers, answers search the book. Whoever asks is an id here; who that is, other
 * rooms know.
 *
 * @throws {ConfigError} no question fits into the quotas
 */
export function joinConversations(foundation: Foundation) {
  const { config, clock, log, jobs, notifications, audit, preferences, roleTable } = foundation;
  const { db } = foundation.database;

  const embeddings =
    config.embeddings &&
    createEmbeddings({ database: db, jobs, model: createOpenAiEmbeddings(config.embeddings), clock, log });
  const book = createBook({ database: db, directory: config.book.directory, log, embeddings });
  const answers = createAnswers({
    book,
    model: config.model && createOpenAiModel(config.model),
    bounds: config.model,
    log,
  });
  requireAnswerable(config.quotas, answers.tokenCeiling);
  const quotas = createQuotas({ database: db, clock, log, config: config.quotas, roleTable });

  return {
    embeddings,
    book,
    quotas,
    chats: createChats({
      database: foundation.database,
      notifications,
      clock,
      answers,
      quotas,
      preferences,
      bookUrl: config.http.bookUrl,
      log,
    }),
    bookmarks: createBookmarks({ database: db, clock }),
    reports: createReports({ database: db, clock, audit }),
  };
}

export type Conversations = ReturnType<typeof joinConversations>;

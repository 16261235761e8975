// A question and its answer: asked once, written to its end, followed from anywhere, stopped by its reader.
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { writeAsOwner } from "../guests/write-as-owner.ts";
import type { QuotaState } from "../limits/quota-states.ts";
import type { PreferencesService } from "../preferences/service.ts";
import { uuidv7 } from "../uuid.ts";
import type { AnswerStreams } from "./answer-streams.ts";
import type { AnswerWriterDeps } from "./answer-writer.ts";
import {
  AnswerRunningError,
  ClosingError,
  ConversationNotFoundError,
  MessageNotFoundError,
  OtherQuestionError,
} from "./errors.ts";
import type { LiveAnswer } from "./live-answer.ts";
import * as messageQueries from "./message-queries.ts";
import * as queries from "./queries.ts";
import type { RunningAnswers } from "./running-answers.ts";
import type { Question } from "./schemas.ts";
import { searchText } from "./search-text.ts";
import { isAlive, silentSince } from "./show.ts";
import type { StoredAnswers } from "./stored-answer.ts";
import { titleFromQuestion } from "./title.ts";

export interface QuestionsDeps extends Pick<AnswerWriterDeps, "answers" | "quotas"> {
  readonly database: Database;
  readonly clock: Clock;
  readonly preferences: Pick<PreferencesService, "get">;
  readonly running: RunningAnswers;
  readonly stored: StoredAnswers;
  readonly streams: AnswerStreams;
}

/** Who asks or reads, over one connection. */
export interface Asker {
  readonly userId: string;
  /** Of the client's address. */
  readonly network: string;
  /** Whether what is open for this reader has to end: the session did. */
  readonly isOver?: () => boolean;
  /** Cuts the connection. */
  readonly disconnect?: () => void;
}

/** What a model is told of the conversation so far. */
const historyLength = 10;

export function createQuestions(deps: QuestionsDeps) {
  const { database, clock, preferences, answers, quotas, running, stored, streams } = deps;
  /** Questions that are being stored. */
  const asking = new Set<Promise<unknown>>();
  let closing = false;

  /** Stores a question with an empty answer, unless its client has asked it before. */
  function store(
    asker: Asker,
    id: string,
    question: Question,
    ids: { questionId: string; answerId: string },
  ) {
    const { content, page, selection, id: clientId } = question;
    return writeAsOwner(database, asker.userId, async (trx, ownerId) => {
      const at = clock.now();
      const title = titleFromQuestion(content);
      const change = { at, title, search: searchText(title) };
      if (!(await queries.touchConversation(trx, ownerId, id, change))) throw new ConversationNotFoundError();
      const asked = clientId === undefined ? undefined : await messageQueries.findAsked(trx, id, clientId);
      if (asked && asked.content !== content) throw new OtherQuestionError();
      if (asked) return { ...asked, isNew: false as const };
      await messageQueries.failSilentAnswers(trx, id, { silentSince: silentSince(at), now: at });
      const history = await messageQueries.findHistory(trx, ownerId, id, historyLength);
      await messageQueries.insertExchange(trx, {
        ...ids,
        conversationId: id,
        clientId: clientId ?? null,
        content,
        search: searchText(content),
        page: page ?? null,
        selection: selection ?? null,
        at,
      });
      const { network } = asker;
      const reservation = {
        ownerId,
        network,
        answerId: ids.answerId,
        tokenCeiling: answers.tokenCeiling,
        at,
      };
      return { isNew: true as const, history, left: await quotas.reserve(trx, reservation) };
    }).catch((error) => {
      throw messageQueries.isAnswerRunning(error) ? new AnswerRunningError() : error;
    });
  }

  async function begin(asker: Asker, id: string, question: Question) {
    const ids = exchangeIds();
    const [language, outcome] = await Promise.all([
      question.language ?? preferences.get(asker.userId).then(({ language }) => language),
      store(asker, id, question, ids),
    ]);
    if (!outcome.isNew) return { answer: await find(outcome.answerId), left: [] };
    const { content, page, selection } = question;
    const request = { language, question: content, page, selection, history: outcome.history };
    const answer = running.begin({ messageId: ids.answerId, conversationId: id }, request);
    return { answer, left: outcome.left };
  }

  /** Whoever writes it, if anybody does; otherwise as it is stored. */
  const find = async (messageId: string): Promise<LiveAnswer> =>
    running.find(messageId) ?? (await stored.follow(messageId));

  return {
    /**
     * Stores a question and lets the answer be written, to its end, whether or not anybody reads along. A question that
     * its client has asked before, under the same name, is not asked again: its answer is streamed once more.
     *
     * @returns the answer's parts as server-sent events, and what the reader's quotas leave
     * @throws {ConversationNotFoundError}
     * @throws {AnswerRunningError} while the answer to an earlier question is being written
     * @throws {QuotaExceededError}
     * @throws {OtherQuestionError}
     * @throws {ClosingError}
     */
    async ask(
      asker: Asker,
      id: string,
      question: Question,
    ): Promise<{ events: ReadableStream<Uint8Array>; left: readonly QuotaState[] }> {
      if (closing) throw new ClosingError();
      const beginning = begin(asker, id, question);
      asking.add(beginning);
      const { answer, left } = await beginning.finally(() => asking.delete(beginning));
      return { events: streams(answer, asker), left };
    },

    /**
     * The stream of an answer that is being written, at whichever node, from where the reader has it.
     *
     * @returns `undefined` when the answer is complete: it is read like any other message
     * @throws {MessageNotFoundError}
     */
    async follow(
      asker: Asker,
      messageId: string,
      from: number,
    ): Promise<ReadableStream<Uint8Array> | undefined> {
      const message = await messageQueries.findMessage(database, asker.userId, messageId);
      if (!message) throw new MessageNotFoundError();
      if (!isAlive(message, clock.now())) return undefined;
      return streams(await find(messageId), { ...asker, from });
    },

    /**
     * Ends an answer that is being written, at whichever node; what came of it is kept, complete.
     *
     * @throws {MessageNotFoundError}
     */
    async stop(readerId: string, messageId: string): Promise<void> {
      const message = await messageQueries.findMessage(database, readerId, messageId);
      if (!message) throw new MessageNotFoundError();
      if (message.status === "streaming") await running.stop(messageId);
    },

    /** Takes no questions any more, and ends the answers that are being written, stored as far as they have come. */
    async close({ graceMs = 5_000 }: { graceMs?: number } = {}): Promise<void> {
      closing = true;
      await Promise.allSettled(asking);
      await running.close(graceMs);
    },
  };
}

/** In this order, which is the order of their messages. */
function exchangeIds(): { questionId: string; answerId: string } {
  const questionId = uuidv7();
  return { questionId, answerId: uuidv7() };
}

import type { Conversation, Message, Page, Question } from "../shapes.ts";
import { type AnswerEvent, readAnswer } from "./answer-stream.ts";
import { type Api, accepted } from "./api.ts";
import type { ChatRecordCalls } from "./chat-records.ts";

/** Which part of a list; the first page where nothing is said. */
export interface ListQuery {
  /** 1 to 100. */
  limit?: number;
  /** The `nextCursor` of the page before. */
  cursor?: string;
}

/** Status of an answer that is complete: there is nothing to follow. */
const NO_CONTENT = 204;

export interface ChatCalls extends ChatRecordCalls {
  /** Begins a conversation; somebody without an identity becomes a guest by it. */
  readonly create: (conversation?: { title?: string; page?: string }) => Promise<Conversation>;
  readonly list: (query?: ListQuery) => Promise<Page<Conversation>>;
  readonly messages: (id: string, query?: ListQuery) => Promise<Page<Message>>;
  /**
   * Asks a question and follows its answer. Ending the loop or the signal stops listening, not the answer.
   *
   * @param question.id - of the caller's choice, new for each: asked again with it after a lost answer, the question is
   * not asked twice
   * @throws NetworkError where the stream breaks off; what came stays stored, `messages` reads it again
   */
  readonly ask: (
    conversationId: string,
    question: Question,
    options?: { readonly signal?: AbortSignal },
  ) => AsyncIterable<AnswerEvent>;
  /**
   * Follows an answer that is being written, such as after a broken connection or in another tab. Nothing comes where it
   * is complete already: `messages` has it then.
   *
   * @param options.lastEventId - `eventId` of the last event that came; the answer is followed from its beginning without
   */
  readonly resume: (
    messageId: string,
    options?: { readonly lastEventId?: string; readonly signal?: AbortSignal },
  ) => AsyncIterable<AnswerEvent>;
  /** Ends an answer that is being written, for every tab; what came is kept. */
  readonly stop: (messageId: string) => Promise<void>;
}

export function createChatCalls(
  api: Api,
  asSomebody: <Result>(call: () => Promise<Result>) => Promise<Result>,
): ChatCalls {
  const { signed } = api;
  const records = async () => (await import("./chat-records.ts")).createChatRecordCalls(api);

  return {
    create: (body = {}) => asSomebody(async () => accepted(await signed.POST("/conversations", { body }))),
    list: async (query = {}) => accepted(await signed.GET("/conversations", { params: { query } })),
    get: async (id) => (await records()).get(id),
    rename: async (id, title) => (await records()).rename(id, title),
    remove: async (id) => (await records()).remove(id),
    messages: async (id, query = {}) =>
      accepted(await signed.GET("/conversations/{id}/messages", { params: { path: { id }, query } })),
    async *ask(conversationId, { id, content, page, selection, language }, { signal } = {}) {
      const response = await api.streamed({
        url: api.address(`/conversations/${encodeURIComponent(conversationId)}/messages`),
        method: "POST",
        body: JSON.stringify({ id, content, page, selection, language }),
        signal,
      });
      yield* readAnswer(response);
    },
    async *resume(messageId, { lastEventId, signal } = {}) {
      const response = await api.streamed({
        url: api.address(`/messages/${encodeURIComponent(messageId)}/stream`),
        method: "GET",
        signal,
        lastEventId,
      });
      if (response.status !== NO_CONTENT) yield* readAnswer(response);
    },
    async stop(id) {
      await signed.POST("/messages/{id}/stop", { params: { path: { id } } });
    },
    search: async (query) => (await records()).search(query),
    exportOf: async (id, format) => (await records()).exportOf(id, format),
    feedback: async (id, rating, comment) => (await records()).feedback(id, rating, comment),
    report: async (id, report) => (await records()).report(id, report),
  };
}

import { isProblem } from "../errors.ts";
import type { Conversation, Message, Page, Question } from "../shapes.ts";
import { type AnswerEvent, readAnswer } from "./answer-stream.ts";
import { type Api, accepted } from "./api.ts";

/** Which part of a list; the first page where nothing is said. */
export interface ListQuery {
  /** 1 to 100. */
  limit?: number;
  /** The `nextCursor` of the page before. */
  cursor?: string;
}

export interface ChatCalls {
  /** Begins a conversation; somebody without an identity becomes a guest by it. */
  readonly create: (conversation?: { title?: string; page?: string }) => Promise<Conversation>;
  readonly list: (query?: ListQuery) => Promise<Page<Conversation>>;
  readonly get: (id: string) => Promise<Conversation>;
  readonly rename: (id: string, title: string) => Promise<Conversation>;
  readonly remove: (id: string) => Promise<void>;
  readonly messages: (id: string, query?: ListQuery) => Promise<Page<Message>>;
  /**
   * Asks a question and follows its answer. Ending the loop or the signal stops listening, not the answer.
   *
   * @throws NetworkError where the stream breaks off; what came stays stored, `messages` reads it again
   */
  readonly ask: (
    conversationId: string,
    question: Question,
    options?: { readonly signal?: AbortSignal },
  ) => AsyncIterable<AnswerEvent>;
}

export function createChatCalls(api: Api, ensureGuest: () => Promise<void>): ChatCalls {
  const { signed } = api;
  const one = (id: string) => ({ params: { path: { id } } });

  return {
    async create(body = {}) {
      const attempt = async () => {
        await ensureGuest();
        return accepted(await signed.POST("/conversations", { body }));
      };
      // A guest whose identity is gone, merged elsewhere or purged, begins anew as another one.
      return attempt().catch((error) => {
        if (isProblem(error, "session-ended", "unauthenticated") && api.isGuest()) return attempt();
        throw error;
      });
    },
    list: async (query = {}) => accepted(await signed.GET("/conversations", { params: { query } })),
    get: async (id) => accepted(await signed.GET("/conversations/{id}", one(id))),
    rename: async (id, title) =>
      accepted(await signed.PATCH("/conversations/{id}", { ...one(id), body: { title } })),
    async remove(id) {
      await signed.DELETE("/conversations/{id}", one(id));
    },
    messages: async (id, query = {}) =>
      accepted(await signed.GET("/conversations/{id}/messages", { params: { path: { id }, query } })),
    async *ask(conversationId, { content, page, selection, language }, { signal } = {}) {
      const response = await api.streamed({
        url: api.address(`/conversations/${encodeURIComponent(conversationId)}/messages`),
        method: "POST",
        body: JSON.stringify({ content, page, selection, language }),
        signal,
      });
      yield* readAnswer(response);
    },
  };
}

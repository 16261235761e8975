import type { Conversation, ConversationMatch, NewReport, Page, Rating } from "../shapes.ts";
import { type Api, accepted } from "./api.ts";
import type { ListQuery } from "./chats.ts";
import { asClientError } from "./http.ts";

/** What is done now and then with conversations that are there. */
export interface ChatRecordCalls {
  readonly get: (id: string) => Promise<Conversation>;
  readonly rename: (id: string, title: string) => Promise<Conversation>;
  readonly remove: (id: string) => Promise<void>;
  /** Finds words in the reader's own conversations, their titles included. */
  readonly search: (query: ListQuery & { q: string }) => Promise<Page<ConversationMatch>>;
  /** A conversation as a file to keep. */
  readonly exportOf: (id: string, format: "json" | "markdown") => Promise<Blob>;
  /** Says whether an answer helped; again replaces it, `null` takes it back. */
  readonly feedback: (messageId: string, rating: Rating | null, comment?: string) => Promise<void>;
  /** Shows a message, with its neighbours, to the book's moderators. */
  readonly report: (messageId: string, report: NewReport) => Promise<{ id: string }>;
}

export function createChatRecordCalls(api: Api): ChatRecordCalls {
  const { signed } = api;
  const one = (id: string) => ({ params: { path: { id } } });

  return {
    get: async (id) => accepted(await signed.GET("/conversations/{id}", one(id))),
    rename: async (id, title) =>
      accepted(await signed.PATCH("/conversations/{id}", { ...one(id), body: { title } })),
    async remove(id) {
      await signed.DELETE("/conversations/{id}", one(id));
    },
    search: async (query) => accepted(await signed.GET("/conversations/search", { params: { query } })),
    async exportOf(id, format) {
      const path = `/conversations/${encodeURIComponent(id)}/export?format=${format}`;
      const response = await api.streamed({ url: api.address(path), method: "GET" });
      return response.blob().catch((error) => {
        throw asClientError(error);
      });
    },
    async feedback(id, rating, comment) {
      if (rating === null) await signed.DELETE("/messages/{id}/feedback", one(id));
      else {
        const body = { rating, ...(comment !== undefined && { comment }) };
        await signed.POST("/messages/{id}/feedback", { ...one(id), body });
      }
    },
    report: async (id, body) => accepted(await signed.POST("/messages/{id}/report", { ...one(id), body })),
  };
}

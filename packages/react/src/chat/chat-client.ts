import type { AnswerSource, ChatCalls, Message as StoredMessage } from "@bookplate/client";

export type { AnswerEvent, Conversation } from "@bookplate/client";

/** A place in the book that an answer rests on. */
export type Source = AnswerSource;

/** A message as it is shown: while it streams, its sources have no quotes yet. */
export type Message = Readonly<Omit<StoredMessage, "sources">> & { readonly sources: readonly Source[] };

/** The calls that the panel makes: exactly what it needs of `client.chats`, so that a test can play them. */
export type ChatClient = Pick<ChatCalls, "create" | "list" | "rename" | "remove" | "messages" | "ask">;

/**
 * The same calls for the reader of a page in one language: what an answer says besides quoting comes in it.
 *
 * @param language - BCP 47 tag of the page
 */
export const inLanguage = (chats: ChatClient, language: string): ChatClient => ({
  create: chats.create,
  list: chats.list,
  rename: chats.rename,
  remove: chats.remove,
  messages: chats.messages,
  ask: (conversationId, question, options) => chats.ask(conversationId, { language, ...question }, options),
});

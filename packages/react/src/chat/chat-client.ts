import type { AnswerSource, ChatCalls, Rating, Message as StoredMessage } from "@bookplate/client";

export type { AnswerEvent, Conversation, ConversationMatch, NewReport, Rating } from "@bookplate/client";

/** A place in the book that an answer rests on. */
export type Source = AnswerSource;

/** A message as it is shown: while it streams, its sources have no quotes yet, and nobody has judged it. */
export type Message = Readonly<Omit<StoredMessage, "sources" | "feedback" | "reported">> & {
  readonly sources: readonly Source[];
  readonly feedback?: Rating | null;
  readonly reported?: boolean;
};

/** The calls that the conversation makes: exactly what it needs of `client.chats`, so that a test can play them. */
export type ChatClient = Pick<
  ChatCalls,
  "create" | "list" | "rename" | "remove" | "messages" | "ask" | "resume" | "stop"
>;

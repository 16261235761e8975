import type { Conversation, Message, Source } from "./chat-client.ts";
import type { ChatProblem } from "./chat-problem.ts";

/** A passage of the page that the reader asks about. */
export interface Quote {
  readonly text: string;
  /** Path of the page with the nearest heading's anchor. */
  readonly page: string;
}

/** What the reader has written and the server has not. */
export interface Draft {
  readonly text: string;
  readonly quote: Quote | null;
  /** What it was sent as, until it is changed: sent again after a lost answer, it is not asked twice. */
  readonly id?: string;
}

/**
 * - `idle`: nothing is under way.
 * - `sending`: the question is on its way; the draft still holds it.
 * - `streaming`: question and answer are stored, the answer comes in.
 * - `resuming`: the answer is being written and followed again, after a reload or a broken connection.
 * - `stopping`: the reader has had enough; what has come so far is being kept.
 * - `broken`: the connection broke and did not come back; what came is shown.
 */
export type AnswerPhase = "idle" | "sending" | "streaming" | "resuming" | "stopping" | "broken";

export interface ChatState {
  readonly view: "conversation" | "list";
  readonly list: "unread" | "reading" | "read" | "failed";
  readonly conversations: readonly Conversation[];
  readonly nextCursor: string | null;
  /** `null` is a new conversation, which exists on the server only from its first question on. */
  readonly conversationId: string | null;
  readonly thread: "reading" | "read" | "failed";
  readonly messages: readonly Message[];
  /** The message that the reader wants to see, until it is on the screen. */
  readonly wantedMessage: string | null;
  readonly answer: AnswerPhase;
  readonly draft: Draft;
  readonly problem: ChatProblem | null;
  /** How many answers have come to their end: a change is what a screen reader hears. */
  readonly answersReady: number;
  /** Whether the last of them was ended by the reader. */
  readonly stopped: boolean;
}

export type ChatAction =
  | { readonly type: "emptied"; readonly draft: Draft }
  | { readonly type: "view-chosen"; readonly view: ChatState["view"] }
  | { readonly type: "list-requested" }
  | {
      readonly type: "list-read";
      readonly items: readonly Conversation[];
      readonly nextCursor: string | null;
    }
  | {
      readonly type: "more-read";
      readonly items: readonly Conversation[];
      readonly nextCursor: string | null;
    }
  | { readonly type: "list-failed"; readonly problem: ChatProblem }
  | { readonly type: "conversation-opened"; readonly id: string | null }
  | { readonly type: "conversation-made"; readonly conversation: Conversation }
  | { readonly type: "conversation-renamed"; readonly conversation: Conversation }
  | { readonly type: "conversation-removed"; readonly id: string }
  | { readonly type: "message-wanted"; readonly id: string | null }
  | { readonly type: "thread-read"; readonly messages: readonly Message[] }
  | { readonly type: "thread-failed"; readonly problem: ChatProblem }
  | { readonly type: "draft-changed"; readonly draft: Draft }
  | { readonly type: "asked" }
  | { readonly type: "refused"; readonly problem: ChatProblem }
  | {
      readonly type: "started";
      readonly question: Message;
      readonly answer: Message;
      /** Whether the question was the draft, which is stored now. */
      readonly fromDraft: boolean;
    }
  | { readonly type: "text"; readonly delta: string }
  | { readonly type: "source"; readonly source: Source }
  | { readonly type: "finished" }
  | { readonly type: "failed" }
  | { readonly type: "broken" }
  | { readonly type: "resuming" }
  | { readonly type: "stopping" }
  | { readonly type: "message-changed"; readonly id: string; readonly change: Partial<Message> }
  | { readonly type: "problem"; readonly problem: ChatProblem | null };

export const EMPTY_DRAFT: Draft = { text: "", quote: null };

export const EMPTY_CHAT: ChatState = {
  view: "conversation",
  list: "unread",
  conversations: [],
  nextCursor: null,
  conversationId: null,
  thread: "read",
  messages: [],
  wantedMessage: null,
  answer: "idle",
  draft: EMPTY_DRAFT,
  problem: null,
  answersReady: 0,
  stopped: false,
};

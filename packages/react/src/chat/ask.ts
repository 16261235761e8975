import type { Message } from "./chat-client.ts";
import type { ChatDesk } from "./chat-desk.ts";
import { toChatProblem } from "./chat-problem.ts";
import { isComing } from "./chat-reducer.ts";
import type { Draft } from "./chat-state.ts";
import { listen } from "./listen.ts";
import type { ThreadFlows } from "./thread.ts";

/** Characters that a question may have; the server refuses more. */
export const QUESTION_LENGTH = 8_000;
/** Characters of a question that name a new conversation until the reader renames it. */
const TITLE_LENGTH = 60;

const ANSWER_RUNNING = { code: "answer-running", until: null } as const;

export interface AskOptions {
  /** Whether the question is the draft, which goes when the server has stored it and not before. */
  readonly fromDraft: boolean;
}

/** Sends a question and follows its answer. Never throws: what went wrong is in the state. */
export type Ask = (question: Draft, options: AskOptions) => Promise<void>;

export interface PageOfQuestion {
  /** Path of the page on the screen, sent where the question quotes no other. */
  readonly currentPage: () => string;
  /** BCP 47 tag of the page: what an answer says besides quoting comes in it. */
  readonly language: string;
}

export const createAsk =
  (desk: ChatDesk, thread: ThreadFlows, { currentPage, language }: PageOfQuestion): Ask =>
  async (question, { fromDraft }) => {
    const state = desk.getSnapshot();
    const content = question.text.trim();
    if (state.answer === "sending" || content === "" || content.length > QUESTION_LENGTH) return;
    if (isComing(state)) return desk.dispatch({ type: "problem", problem: ANSWER_RUNNING });

    const named = { ...question, id: question.id ?? newId() };
    if (fromDraft) desk.dispatch({ type: "draft-changed", draft: named });
    const signal = desk.threadSignal();
    const page = question.quote?.page ?? currentPage();
    let answerId: string | null = null;
    desk.dispatch({ type: "asked" });
    try {
      await thread.settled();
      if (signal.aborted) return;
      const id = desk.getSnapshot().conversationId ?? (await begin(desk, content, page, signal));
      if (signal.aborted) return;
      const selection = question.quote === null ? {} : { selection: question.quote.text };
      const asked = { id: named.id, content, page, language, ...selection };
      const events = desk.client.ask(id, asked, { signal });
      const ended = await listen(desk, events, {
        signal,
        onStarted(messageId) {
          answerId = messageId;
          desk.dispatch({ type: "started", fromDraft, ...stillToCome(content, messageId) });
          desk.tellTabs(id);
        },
      });
      if (!ended) await thread.follow();
    } catch (error) {
      if (signal.aborted) return;
      if (answerId !== null) await thread.follow();
      else await refuse(desk, error, named, thread);
    }
  };

// Somebody without an identity becomes a guest here, with the first question and never before.
async function begin(desk: ChatDesk, content: string, page: string, signal: AbortSignal): Promise<string> {
  const conversation = await desk.client.create({ title: titleOf(content), page });
  if (!signal.aborted) desk.dispatch({ type: "conversation-made", conversation });
  return conversation.id;
}

async function refuse(desk: ChatDesk, error: unknown, question: Draft, thread: ThreadFlows): Promise<void> {
  const problem = toChatProblem(error);
  const { conversationId, draft } = desk.getSnapshot();
  desk.dispatch({ type: "refused", problem });
  // A question that was not the draft, a suggestion say, must not be lost either.
  if (draft.text === "") desk.dispatch({ type: "draft-changed", draft: question });
  if (conversationId === null) return;
  if (problem.code === "not-found") desk.dispatch({ type: "conversation-removed", id: conversationId });
  if (problem.code === "answer-running") await thread.read(conversationId);
}

// Among the questions of one conversation; a page without https has no better source.
const newId = () => `${Date.now()}-${Math.random()}`;

/** The first words of a question, cut between two words. */
export function titleOf(question: string): string {
  const line = question.replace(/\s+/g, " ").trim();
  if (line.length <= TITLE_LENGTH) return line;
  const cut = line.slice(0, TITLE_LENGTH);
  const words = cut.slice(0, cut.lastIndexOf(" "));
  // A cut may go through a character outside the basic plane; the half of one is no text for a server.
  return `${words.length > TITLE_LENGTH / 2 ? words : cut.replace(/[\uD800-\uDBFF]$/, "")}…`;
}

function stillToCome(content: string, messageId: string): { question: Message; answer: Message } {
  const createdAt = new Date().toISOString();
  const written = { sources: [], createdAt };
  return {
    // The question's own id is known only to the server; nothing is done to a question by its id.
    question: { ...written, id: `question-of-${messageId}`, role: "user", content, status: "complete" },
    answer: { ...written, id: messageId, role: "assistant", content: "", status: "streaming" },
  };
}

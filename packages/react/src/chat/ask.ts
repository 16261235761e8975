import type { AnswerEvent, Message } from "./chat-client.ts";
import type { ChatDesk } from "./chat-desk.ts";
import { toChatProblem } from "./chat-problem.ts";
import type { Draft } from "./chat-state.ts";
import { batchText } from "./text-batches.ts";
import type { ReadThread } from "./thread.ts";

/** Characters that a question may have; the server refuses more. */
export const QUESTION_LENGTH = 8_000;
/** Characters of a question that name a new conversation until the reader renames it. */
const TITLE_LENGTH = 60;

export interface AskOptions {
  /** Whether the question is the draft, which goes when the server has stored it and not before. */
  readonly fromDraft: boolean;
}

/** Sends a question and follows its answer. Never throws: what went wrong is in the state. */
export type Ask = (question: Draft, options: AskOptions) => Promise<void>;

/** @param currentPage - path of the page on the screen, sent where the question quotes no other */
export const createAsk =
  (desk: ChatDesk, readThread: ReadThread, currentPage: () => string): Ask =>
  async (question, { fromDraft }) => {
    const { answer } = desk.getSnapshot();
    const content = question.text.trim();
    const busy = answer === "sending" || answer === "streaming" || answer === "rereading";
    if (busy || content === "" || content.length > QUESTION_LENGTH) return;

    const signal = desk.threadSignal();
    const page = question.quote?.page ?? currentPage();
    let stored = false;
    desk.dispatch({ type: "asked" });
    try {
      const id = desk.getSnapshot().conversationId ?? (await begin(desk, content, page, signal));
      if (signal.aborted) return;
      const selection = question.quote === null ? {} : { selection: question.quote.text };
      const events = desk.client.ask(id, { content, page, ...selection }, { signal });
      const text = batchText((delta) => signal.aborted || desk.dispatch({ type: "text", delta }));
      for await (const event of events) {
        if (signal.aborted) return;
        if (event.type === "text") {
          text.add(event.delta);
          continue;
        }
        text.flush();
        if (event.type === "started") {
          stored = true;
          desk.dispatch({ type: "started", fromDraft, ...stillToCome(content, event.messageId) });
        } else follow(desk, event);
      }
      text.flush();
      // A stream that ends without its last event was cut: what came stays, and the rest can be read again.
      if (desk.getSnapshot().answer === "streaming") desk.dispatch({ type: "broken" });
    } catch (error) {
      if (signal.aborted) return;
      if (stored) desk.dispatch({ type: "broken" });
      else await refuse(desk, error, question, readThread);
    }
  };

// Somebody without an identity becomes a guest here, with the first question and never before.
async function begin(desk: ChatDesk, content: string, page: string, signal: AbortSignal): Promise<string> {
  const conversation = await desk.client.create({ title: titleOf(content), page });
  if (!signal.aborted) desk.dispatch({ type: "conversation-made", conversation });
  return conversation.id;
}

function follow(desk: ChatDesk, event: Exclude<AnswerEvent, { type: "started" | "text" }>): void {
  if (event.type === "source") desk.dispatch({ type: "source", source: event.source });
  else desk.dispatch({ type: event.type });
}

async function refuse(
  desk: ChatDesk,
  error: unknown,
  question: Draft,
  readThread: ReadThread,
): Promise<void> {
  const problem = toChatProblem(error);
  const { conversationId, draft } = desk.getSnapshot();
  desk.dispatch({ type: "refused", problem });
  // A question that was not the draft, a suggestion say, must not be lost either.
  if (draft.text === "") desk.dispatch({ type: "draft-changed", draft: question });
  if (conversationId === null) return;
  if (problem.code === "not-found") desk.dispatch({ type: "conversation-removed", id: conversationId });
  if (problem.code === "answer-running") await readThread(conversationId);
}

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

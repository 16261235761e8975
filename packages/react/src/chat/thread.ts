import type { Message } from "./chat-client.ts";
import type { ChatDesk } from "./chat-desk.ts";
import { isRefusal, toChatProblem } from "./chat-problem.ts";
import { isBeingWritten } from "./chat-reducer.ts";
import { listen } from "./listen.ts";

const MESSAGES_PER_PAGE = 100;
/** Milliseconds before each attempt to follow an answer that broke off; whatever comes begins them anew. */
const ATTEMPTS = [0, 500, 1_500, 4_000, 8_000];

/** The conversation on the screen, and the answer that is being written in it. */
export interface ThreadFlows {
  /**
   * Reads a conversation, and follows its answer if one is being written.
   *
   * @param silent - whether a conversation that is gone is no problem but a new one
   */
  read(id: string, how?: { silent?: boolean }): Promise<void>;
  /** Resolves as soon as no conversation is being read. */
  settled(): Promise<unknown>;
  /** Follows the last answer to its end. */
  follow(): Promise<void>;
  /** Ends the last answer, for every tab; what has come so far stays. */
  stop(): Promise<void>;
}

export function createThread(desk: ChatDesk): ThreadFlows {
  const { client, dispatch, getSnapshot } = desk;

  let reading: Promise<unknown> = Promise.resolve();
  let followed: AbortSignal | null = null;

  /** @returns whether the answer is still being written */
  async function readMessages(id: string, signal: AbortSignal): Promise<boolean> {
    const messages = await allMessages((cursor) =>
      client.messages(id, { limit: MESSAGES_PER_PAGE, ...(cursor === null ? {} : { cursor }) }),
    );
    if (signal.aborted) return false;
    dispatch({ type: "thread-read", messages });
    return isBeingWritten(messages);
  }

  /** @returns whether there is nothing more to follow */
  async function attempt(id: string, answer: Message, signal: AbortSignal): Promise<boolean> {
    const events = client.resume(answer.id, { signal });
    // Where it does not come as a stream, it is read as far as it is stored, again and again.
    const ended = await listen(desk, events, { signal, known: answer.content.length }).catch(() => false);
    return ended || !(await readMessages(id, signal));
  }

  async function follow(): Promise<void> {
    const { conversationId } = getSnapshot();
    const signal = desk.threadSignal();
    // Two who follow would write every word twice.
    if (conversationId === null || followed === signal) return;
    followed = signal;
    await followOn(conversationId, signal);
    if (followed === signal) followed = null;
  }

  async function followOn(conversationId: string, signal: AbortSignal): Promise<void> {
    if (getSnapshot().answer !== "stopping") dispatch({ type: "resuming" });
    for (let next = 0; next < ATTEMPTS.length; next++) {
      await pause(ATTEMPTS[next] ?? 0, signal);
      const answer = getSnapshot().messages.at(-1);
      if (signal.aborted || answer?.role !== "assistant") return;
      try {
        if (await attempt(conversationId, answer, signal)) return;
      } catch (error) {
        if (isRefusal(error)) {
          if (!signal.aborted) dispatch({ type: "thread-failed", problem: toChatProblem(error) });
          return;
        }
      }
      if (signal.aborted) return;
      if (getSnapshot().messages.at(-1)?.content.length !== answer.content.length) next = 0;
    }
    dispatch({ type: "broken" });
  }

  return {
    follow,
    settled: () => reading,
    async read(id, { silent = false } = {}) {
      const signal = desk.threadSignal();
      try {
        const messages = readMessages(id, signal);
        reading = messages.catch(() => {});
        if (await messages) await follow();
      } catch (error) {
        if (signal.aborted) return;
        const problem = toChatProblem(error);
        if (silent && problem.code === "not-found") dispatch({ type: "conversation-opened", id: null });
        else dispatch({ type: "thread-failed", problem });
      }
    },
    async stop() {
      const answer = getSnapshot().messages.at(-1);
      const signal = desk.threadSignal();
      if (answer === undefined || answer.status !== "streaming") return;
      dispatch({ type: "stopping" });
      try {
        await client.stop(answer.id);
      } catch (error) {
        // It goes on coming, and can be stopped again.
        if (signal.aborted) return;
        dispatch({ type: "resuming" });
        dispatch({ type: "problem", problem: toChatProblem(error) });
      }
    },
  };
}

async function allMessages(
  read: (cursor: string | null) => Promise<{ items: readonly Message[]; nextCursor: string | null }>,
): Promise<readonly Message[]> {
  const messages: Message[] = [];
  let cursor: string | null = null;
  do {
    const page = await read(cursor);
    messages.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return messages;
}

/** Resolves after so many milliseconds, or at once when the signal ends. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

import type { Message } from "./chat-client.ts";
import type { ChatDesk } from "./chat-desk.ts";
import { toChatProblem } from "./chat-problem.ts";
import { isBeingWritten } from "./chat-reducer.ts";

const MESSAGES_PER_PAGE = 100;
/** Milliseconds between two readings of an answer that is still being written, growing from the first to the last. */
const REREAD_AFTER = { first: 800, last: 4_000, growth: 1.4 };
/** Readings until the panel says that the answer is not coming: about five minutes. */
const REREADINGS = 80;

/** Reads the conversation on the screen, again and again while its answer is being written. */
export type ReadThread = (id: string) => Promise<void>;

export const createReadThread =
  ({ client, dispatch, threadSignal }: ChatDesk): ReadThread =>
  async (id) => {
    const signal = threadSignal();
    let wait = REREAD_AFTER.first;
    try {
      for (let reading = 0; reading < REREADINGS; reading++) {
        const messages = await allMessages((cursor) =>
          client.messages(id, { limit: MESSAGES_PER_PAGE, ...(cursor === null ? {} : { cursor }) }),
        );
        if (signal.aborted) return;
        dispatch({ type: "thread-read", messages });
        if (!isBeingWritten(messages)) return;
        await pause(wait, signal);
        if (signal.aborted) return;
        wait = Math.min(wait * REREAD_AFTER.growth, REREAD_AFTER.last);
      }
      dispatch({ type: "broken" });
    } catch (error) {
      if (!signal.aborted) dispatch({ type: "thread-failed", problem: toChatProblem(error) });
    }
  };

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

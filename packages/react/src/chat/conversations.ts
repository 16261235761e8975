import type { ChatDesk } from "./chat-desk.ts";
import { toChatProblem } from "./chat-problem.ts";

export const CONVERSATIONS_PER_PAGE = 30;

/** Reads the list of conversations from its beginning. What is done with them comes with the list's screen. */
export const createReadList =
  ({ client, dispatch, readerSignal }: ChatDesk) =>
  async (): Promise<void> => {
    const signal = readerSignal();
    dispatch({ type: "list-requested" });
    try {
      const page = await client.list({ limit: CONVERSATIONS_PER_PAGE });
      if (!signal.aborted) dispatch({ type: "list-read", ...page });
    } catch (error) {
      if (!signal.aborted) dispatch({ type: "list-failed", problem: toChatProblem(error) });
    }
  };

import type { ChatDesk } from "./chat-desk.ts";
import { toChatProblem } from "./chat-problem.ts";

const CONVERSATIONS_PER_PAGE = 30;

/** The flows around the list: reading it, opening, renaming and deleting what is in it. */
export interface Conversations {
  read(): Promise<void>;
  readMore(): Promise<void>;
  /** @returns whether it was renamed; a refusal is in the state's `problem` */
  rename(id: string, title: string): Promise<boolean>;
  /** @returns whether it is gone; a refusal is in the state's `problem` */
  remove(id: string): Promise<boolean>;
}

export function createConversations(desk: ChatDesk): Conversations {
  const { client, dispatch } = desk;

  return {
    async read() {
      const signal = desk.readerSignal();
      dispatch({ type: "list-requested" });
      try {
        const page = await client.list({ limit: CONVERSATIONS_PER_PAGE });
        if (!signal.aborted) dispatch({ type: "list-read", ...page });
      } catch (error) {
        if (!signal.aborted) dispatch({ type: "list-failed", problem: toChatProblem(error) });
      }
    },

    async readMore() {
      const cursor = desk.getSnapshot().nextCursor;
      if (cursor === null) return;
      const signal = desk.readerSignal();
      try {
        const page = await client.list({ cursor, limit: CONVERSATIONS_PER_PAGE });
        if (!signal.aborted) dispatch({ type: "more-read", ...page });
      } catch (error) {
        if (!signal.aborted) dispatch({ type: "problem", problem: toChatProblem(error) });
      }
    },

    async rename(id, title) {
      const signal = desk.readerSignal();
      dispatch({ type: "problem", problem: null });
      try {
        const conversation = await client.rename(id, title);
        if (!signal.aborted) dispatch({ type: "conversation-renamed", conversation });
        return true;
      } catch (error) {
        if (!signal.aborted) dispatch({ type: "problem", problem: toChatProblem(error) });
        return false;
      }
    },

    async remove(id) {
      const signal = desk.readerSignal();
      dispatch({ type: "problem", problem: null });
      try {
        await client.remove(id);
      } catch (error) {
        const problem = toChatProblem(error);
        // Deleted already, in another tab say: what the reader wanted is so.
        if (problem.code !== "not-found") {
          if (!signal.aborted) dispatch({ type: "problem", problem });
          return false;
        }
      }
      if (signal.aborted) return true;
      if (desk.getSnapshot().conversationId === id) desk.leaveThread();
      dispatch({ type: "conversation-removed", id });
      return true;
    },
  };
}

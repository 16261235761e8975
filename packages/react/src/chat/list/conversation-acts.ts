import type { ChatDesk } from "../chat-desk.ts";
import { toChatProblem } from "../chat-problem.ts";
import { CONVERSATIONS_PER_PAGE } from "../conversations.ts";

/** Reads the next page of the list. */
export async function readMore({ client, dispatch, getSnapshot, readerSignal }: ChatDesk): Promise<void> {
  const cursor = getSnapshot().nextCursor;
  if (cursor === null) return;
  const signal = readerSignal();
  try {
    const page = await client.list({ cursor, limit: CONVERSATIONS_PER_PAGE });
    if (!signal.aborted) dispatch({ type: "more-read", ...page });
  } catch (error) {
    if (!signal.aborted) dispatch({ type: "problem", problem: toChatProblem(error) });
  }
}

/** @returns whether it was renamed; a refusal is in the state's `problem` */
export async function rename(desk: ChatDesk, id: string, title: string): Promise<boolean> {
  const { client, dispatch } = desk;
  const signal = desk.readerSignal();
  dispatch({ type: "problem", problem: null });
  try {
    const conversation = await client.rename(id, title);
    desk.tellTabs(id);
    if (!signal.aborted) dispatch({ type: "conversation-renamed", conversation });
    return true;
  } catch (error) {
    if (!signal.aborted) dispatch({ type: "problem", problem: toChatProblem(error) });
    return false;
  }
}

/** @returns whether it is gone; a refusal is in the state's `problem` */
export async function remove(desk: ChatDesk, id: string): Promise<boolean> {
  const { client, dispatch } = desk;
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
  desk.tellTabs(id);
  if (signal.aborted) return true;
  if (desk.getSnapshot().conversationId === id) desk.leaveThread();
  dispatch({ type: "conversation-removed", id });
  return true;
}

import type { MessageRow } from "./message-queries.ts";
import type { ConversationRow } from "./queries.ts";
import type { Conversation, Message } from "./schemas.ts";

/** After so long without a sign of life an answer's server is taken for dead. */
export const silenceMs = 30_000;

export function showConversation({ id, title, page, createdAt, updatedAt }: ConversationRow): Conversation {
  return { id, title, page, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

/** As its owner sees it: an answer whose server is gone has failed, and what is hidden is a notice without words. */
export function showMessage(row: MessageRow, now: Date): Message {
  const { id, role, content, sources, status, feedback, reported, createdAt } = row;
  const hidden = status === "hidden";
  return {
    id,
    role,
    content: hidden ? "" : content,
    sources: hidden ? [] : sources,
    status: status === "streaming" && !isAlive(row, now) ? "failed" : status,
    feedback,
    reported: Boolean(reported),
    createdAt: createdAt.toISOString(),
  };
}

/** Whether somebody is still writing it. */
export function isAlive({ status, updatedAt }: Pick<MessageRow, "status" | "updatedAt">, now: Date): boolean {
  return status === "streaming" && updatedAt >= silentSince(now);
}

export function silentSince(now: Date): Date {
  return new Date(now.getTime() - silenceMs);
}

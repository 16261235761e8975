import type { Database } from "../database/database.ts";
import { findAllMessages } from "./message-queries.ts";
import { findAllConversations } from "./queries.ts";

/** For the reader's copy, in the API's words and times. */
export async function readOwnConversations(db: Database, ownerId: string) {
  const conversations = await findAllConversations(db, ownerId);
  const messages = Map.groupBy(await findAllMessages(db, ownerId), ({ conversationId }) => conversationId);
  return conversations.map(({ id, title, page, createdAt, updatedAt }) => ({
    id,
    title,
    page,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    messages: (messages.get(id) ?? []).map((message) => ({
      id: message.id,
      role: message.role,
      // A moderator has taken its words away, from the copy too.
      content: message.status === "hidden" ? "" : message.content,
      sources: message.status === "hidden" ? [] : message.sources,
      status: message.status,
      page: message.page,
      selection: message.selection,
      createdAt: message.createdAt.toISOString(),
    })),
  }));
}

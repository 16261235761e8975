import type { PersonalData } from "../accounts/personal-data.ts";
import { findAllMessages } from "./message-queries.ts";
import { findAllConversations } from "./queries.ts";

export const conversationsData: PersonalData = {
  part: "conversations",
  async read(db, userId) {
    const conversations = await findAllConversations(db, userId);
    const messages = Map.groupBy(await findAllMessages(db, userId), ({ conversationId }) => conversationId);
    return conversations.map(({ id, title, page, createdAt, updatedAt }) => ({
      id,
      title,
      page,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      messages: (messages.get(id) ?? []).map((message) => ({
        id: message.id,
        role: message.role,
        content: message.content,
        sources: message.sources,
        status: message.status,
        page: message.page,
        selection: message.selection,
        createdAt: message.createdAt.toISOString(),
      })),
    }));
  },
};

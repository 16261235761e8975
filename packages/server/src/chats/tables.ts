import type { ColumnType } from "kysely";
import type { Source } from "../answers/source.ts";

export interface ConversationTable {
  id: string;
  ownerId: string;
  title: string | null;
  page: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export type MessageStatus = "streaming" | "complete" | "failed" | "hidden";

export interface MessageTable {
  id: string;
  conversationId: string;
  role: "user" | "assistant";
  content: string;
  sources: ColumnType<Source[], string | undefined, string>;
  status: MessageStatus;
  page: string | null;
  selection: string | null;
  createdAt: Date;
  /** Moves while an answer is being written, so that one whose server died can be told from a slow one. */
  updatedAt: Date;
}

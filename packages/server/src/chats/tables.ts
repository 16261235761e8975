import type { ColumnType, Generated } from "kysely";
import type { Source } from "../answers/source.ts";

export interface ConversationTable {
  id: string;
  ownerId: string;
  title: string | null;
  page: string | null;
  /** The title as `search-text.ts` reads it. */
  search: Generated<string>;
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
  /** Only while it is hidden. */
  statusBeforeHidden: ColumnType<"complete" | "failed" | null, undefined, "complete" | "failed" | null>;
  page: string | null;
  selection: string | null;
  /** What the client called the question, if it called it anything: asked again under this name it counts once. */
  clientId: Generated<string | null>;
  /** The content as `search-text.ts` reads it; an answer's once it is complete. */
  search: Generated<string>;
  createdAt: Date;
  /** Moves while an answer is being written, so that one whose server died can be told from a slow one. */
  updatedAt: Date;
}

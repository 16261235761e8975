import type { ColumnType } from "kysely";

export interface MessageFeedbackTable {
  messageId: string;
  rating: "up" | "down";
  comment: string | null;
  createdAt: Date;
}

/** A message as it was when it, or its neighbour, was reported. */
export interface ReportedMessage {
  readonly id: string;
  readonly role: "user" | "assistant";
  readonly content: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

export interface ReportTable {
  id: string;
  /** Who reported; moderators are not told. */
  ownerId: string;
  /** Gone when the conversation was deleted. No two reports have the same. */
  messageId: string | null;
  reason: "wrong" | "harmful" | "offensive" | "privacy" | "other";
  comment: string | null;
  /** The reported message with at most two on either side, oldest first. */
  excerpt: ColumnType<{ reported: string; messages: ReportedMessage[] }, string, string>;
  status: "open" | "resolved" | "dismissed";
  action: "none" | "hide" | "show";
  /** Among moderators. */
  note: string | null;
  createdAt: Date;
  updatedAt: Date;
}

import type { Generated } from "kysely";

/** The outbox: a letter is written in the transaction that causes it and sent by a job. */
export interface LetterTable {
  id: string;
  recipient: string;
  kind: string;
  /** Encrypted JSON of the rendered letter; `null` once it is sent, because it carries tokens. */
  contents: string | null;
  state: Generated<"queued" | "sent" | "failed">;
  attempts: Generated<number>;
  lastError: string | null;
  createdAt: Date;
  sentAt: Date | null;
}

import type { Generated } from "kysely";

/** What the mail provider says became of a letter, in the order in which one word replaces another. */
export const deliveries = ["delayed", "delivered", "bounced", "complained"] as const;
export type Delivery = (typeof deliveries)[number];

/** The outbox: a letter is written in the transaction that causes it and sent by a job. */
export interface LetterTable {
  id: string;
  recipient: string;
  kind: string;
  /** Encrypted JSON of the letter; `null` once it is settled, because it carries tokens. */
  contents: string | null;
  /** `suppressed`: its recipient is not to get it. */
  state: Generated<"queued" | "sent" | "failed" | "suppressed">;
  /** Small numbers go first. */
  priority: Generated<number>;
  attempts: Generated<number>;
  /** Of a letter that is being sent: when this attempt counts as lost. */
  nextAttemptAt: Generated<Date>;
  /** Waits for the way out to open again, not for its own sake. */
  blocked: Generated<boolean>;
  lastError: string | null;
  createdAt: Date;
  sentAt: Date | null;
  /** Which transport took it. */
  sentBy: Generated<string | null>;
  /** What the provider calls it. */
  providerId: Generated<string | null>;
  delivery: Generated<Delivery | null>;
}

/** An address that no letter goes to for a while. */
export interface SuppressedAddressTable {
  /** Normalised. */
  email: string;
  reason: "bounced" | "complained" | "unreachable";
  createdAt: Date;
  endsAt: Date;
}

/** What a provider reported about a letter, once per report. */
export interface DeliveryEventTable {
  id: string;
  letterId: string;
  kind: Delivery;
  at: Date;
}

/** News to everybody who asked for it, written into the outbox in batches. */
export interface AnnouncementTable {
  /** The SHA-256 of subject and text, so that nothing is announced twice. */
  id: string;
  subject: string;
  text: string;
  createdAt: Date;
  /** Readers up to this one have their letter. */
  lastUserId: Generated<string | null>;
  letters: Generated<number>;
  finishedAt: Generated<Date | null>;
}

import type { DeliveryError } from "./errors.ts";
import type { OutgoingLetter } from "./outgoing-letter.ts";

/** An attempt is over by then, whatever the mail server does. */
export const attemptLimitMs = 2 * 60_000;

/** Who took a letter. */
export interface Receipt {
  readonly sentBy: "smtp" | "resend" | "mailbox";
  /** What the provider calls the letter. */
  readonly providerId?: string;
  /** Those that were asked before and did not take it. */
  readonly passedOver?: readonly DeliveryError[];
}

/** How letters leave the server. */
export interface MailTransport {
  /**
   * Settles when the letter is out of the server's hands. The same letter may come again after a crash, with
   * the same id.
   *
   * @throws {DeliveryError}
   */
  send(letter: OutgoingLetter): Promise<Receipt>;
  /** Waits for what is being written and lets go of connections. */
  close(): Promise<void>;
}

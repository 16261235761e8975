import type { OutgoingLetter } from "./outgoing-letter.ts";

/** How letters leave the server. */
export interface MailTransport {
  /**
   * Settles when the letter is out of the server's hands. The same letter may come again after a crash, with
   * the same id.
   */
  send(letter: OutgoingLetter): Promise<void>;
  /** Waits for what is being written and lets go of connections. */
  close(): Promise<void>;
}

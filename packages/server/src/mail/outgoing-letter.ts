import type { Letter } from "./letter.ts";
import type { RenderedLetter } from "./render.ts";
import { domainOf, type Sender } from "./sender.ts";

/** A letter on its way out. */
export interface OutgoingLetter extends RenderedLetter {
  readonly id: string;
  readonly kind: Letter["kind"];
  /** What it was written from: the mailbox shows it in other languages, too. */
  readonly letter: Letter;
  readonly from: Sender;
  /** One address. */
  readonly to: string;
  /** From 1. */
  readonly attempt: number;
  /** Where one request ends letters of this kind; `null` where they cannot be switched off. */
  readonly unsubscribeUrl: string | null;
}

/** Derived from the letter's id, so that a letter that was sent twice is known as one (RFC 5322, section 3.6.4). */
export function messageId({ id, from }: Pick<OutgoingLetter, "id" | "from">): string {
  return `<${id}@${domainOf(from.address)}>`;
}

/** Headers besides the addresses, the subject and the date. */
export function letterHeaders(letter: OutgoingLetter): Record<string, string> {
  return {
    "Message-ID": messageId(letter),
    "Content-Language": letter.language,
    // RFC 3834, section 5: out-of-office replies stay away.
    "Auto-Submitted": "auto-generated",
    // RFC 8058: the mail program's own button.
    ...(letter.unsubscribeUrl !== null && {
      "List-Unsubscribe": `<${letter.unsubscribeUrl}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }),
  };
}

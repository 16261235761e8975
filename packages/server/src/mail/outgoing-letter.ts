import type { LetterKind } from "./letter.ts";
import type { RenderedLetter } from "./render.ts";
import { domainOf, type Sender } from "./sender.ts";

/** A letter on its way out. */
export interface OutgoingLetter extends RenderedLetter {
  readonly id: string;
  readonly kind: LetterKind;
  readonly from: Sender;
  /** One address. */
  readonly to: string;
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
  };
}

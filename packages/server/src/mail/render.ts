import { loadLetters } from "@bookplate/messages/letters";
import type { Letter } from "./letter.ts";
import { type LetterBody, layOut } from "./letters/layout.ts";
import { writeLetter } from "./letters/letters.ts";

/** A letter as it goes out, and beside it what a mailbox offers as buttons. */
export interface RenderedLetter extends LetterBody {
  /** BCP 47 tag of the language that it is written in. */
  readonly language: string;
  readonly links: readonly string[];
  readonly code: string | null;
}

/**
 * Writes a letter in the reader's language, or the nearest one that there is.
 *
 * @param book - what letters call the book
 */
export async function renderLetter(letter: Letter, book: string): Promise<RenderedLetter> {
  const sentences = await loadLetters(letter.language);
  const frame = { sentences, to: letter.to, book };
  const parts = writeLetter(letter, frame);
  return {
    ...layOut(parts, frame),
    language: sentences.language,
    links: [parts.button, parts.unsubscribe].flatMap((link) => (link ? [link.url] : [])),
    code: parts.code?.digits ?? null,
  };
}

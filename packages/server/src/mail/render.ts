import { loadLetters } from "@bookplate/messages/letters";
import type { Letter } from "./letter.ts";
import { writeAlreadyRegistered } from "./letters/already-registered.ts";
import type { LetterBody, LetterFrame } from "./letters/layout.ts";
import { writeNewDevice } from "./letters/new-device.ts";
import { writeSessionStolen } from "./letters/session-stolen.ts";
import { writeVerifyRegistration } from "./letters/verify-registration.ts";
import { writeVerifyUser } from "./letters/verify-user.ts";

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
  return {
    ...write(letter, { sentences, to: letter.to, book }),
    language: sentences.language,
    links: ["url" in letter ? letter.url : letter.loginUrl],
    code: "code" in letter ? letter.code : null,
  };
}

function write(letter: Letter, frame: LetterFrame): LetterBody {
  switch (letter.kind) {
    case "verify-registration":
      return writeVerifyRegistration(letter, frame);
    case "verify-user":
      return writeVerifyUser(letter, frame);
    case "already-registered":
      return writeAlreadyRegistered(letter, frame);
    case "session-stolen":
      return writeSessionStolen(letter, frame);
    case "new-device":
      return writeNewDevice(letter, frame);
  }
}

import { isolate, isolateLeftToRight } from "../direction.ts";
import type { AlreadyRegisteredLetter } from "../letter.ts";
import { type LetterBody, type LetterFrame, layOut } from "./layout.ts";

/** Helps an owner who forgot the account, and tells one who was not there; the stranger learns nothing. */
export function writeAlreadyRegistered(letter: AlreadyRegisteredLetter, frame: LetterFrame): LetterBody {
  const words = frame.sentences.alreadyRegistered;
  const book = isolate(frame.book);
  return layOut(
    {
      subject: words.subject({ book }),
      greeting: frame.sentences.greetingWithoutName,
      lead: words.lead({ to: isolateLeftToRight(letter.to), book }),
      button: { label: words.button, url: letter.loginUrl },
      valid: words.valid,
      why: words.why,
      notYou: words.notYou,
    },
    frame,
  );
}

import { nameDevice } from "../device-name.ts";
import { isolate } from "../direction.ts";
import type { SessionStolenLetter } from "../letter.ts";
import { type LetterBody, type LetterFrame, layOut } from "./layout.ts";
import { writeMoment } from "./moment.ts";

/** Tells the owner that one device was signed out, because a copy of its sign-in turned up. */
export function writeSessionStolen(letter: SessionStolenLetter, frame: LetterFrame): LetterBody {
  const { sentences } = frame;
  const words = sentences.sessionStolen;
  const book = isolate(frame.book);
  return layOut(
    {
      subject: words.subject({ book }),
      greeting: sentences.greetingWithoutName,
      lead: words.lead({
        device: isolate(nameDevice(letter.device, words.device) ?? words.unknownDevice),
        at: isolate(writeMoment(letter.at, sentences.language)),
        book,
      }),
      button: { label: words.button, url: letter.loginUrl },
      valid: words.valid,
      why: words.why({ book }),
      notYou: words.notYou,
    },
    frame,
  );
}

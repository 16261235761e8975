import { recogniseDevice } from "../device-name.ts";
import { isolate } from "../direction.ts";
import type { SessionStolenLetter } from "../letter.ts";
import { type LetterBody, type LetterFrame, layOut } from "./layout.ts";

/** Tells the owner that one device was signed out, because a copy of its sign-in turned up. */
export function writeSessionStolen(letter: SessionStolenLetter, frame: LetterFrame): LetterBody {
  const { sentences } = frame;
  const words = sentences.sessionStolen;
  const book = isolate(frame.book);
  const device = recogniseDevice(letter.device);
  // The reader's time zone is not known here, so the time names its own.
  const at = new Intl.DateTimeFormat(sentences.language, {
    dateStyle: "long",
    timeStyle: "long",
    timeZone: "UTC",
  }).format(letter.at);
  return layOut(
    {
      subject: words.subject({ book }),
      greeting: sentences.greetingWithoutName,
      lead: words.lead({
        device: isolate(device ? words.device(device) : words.unknownDevice),
        at: isolate(at),
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

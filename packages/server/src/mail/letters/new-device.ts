import { nameDevice } from "../device-name.ts";
import { isolate } from "../direction.ts";
import type { NewDeviceLetter } from "../letter.ts";
import { type LetterBody, type LetterFrame, layOut } from "./layout.ts";
import { writeMoment } from "./moment.ts";

/** Tells the owner that somebody signed in from a device that the account had not been used on. */
export function writeNewDevice(letter: NewDeviceLetter, frame: LetterFrame): LetterBody {
  const { sentences } = frame;
  const words = sentences.newDevice;
  const book = isolate(frame.book);
  return layOut(
    {
      subject: words.subject({ book }),
      greeting: sentences.greetingWithoutName,
      lead: words.lead({
        device: isolate(nameDevice(letter.device, words.device) ?? words.unknownDevice),
        at: isolate(writeMoment(letter.at, sentences.language)),
        place: letter.place === null ? undefined : isolate(letter.place),
        book,
      }),
      button: { label: words.button, url: letter.url },
      valid: words.valid,
      why: words.why({ book }),
      notYou: words.notYou,
    },
    frame,
  );
}

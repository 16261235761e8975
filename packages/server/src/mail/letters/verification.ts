import type { Letters } from "@bookplate/messages/letters";
import { isolate, isolateLeftToRight } from "../direction.ts";
import type { VerificationLetter } from "../letter.ts";
import { greet } from "./greeting.ts";
import { type LetterBody, type LetterFrame, layOut } from "./layout.ts";

/** What the letters that prove an address have in common; their sentences differ. */
export function writeVerification(
  letter: VerificationLetter,
  frame: LetterFrame,
  words: Letters["verifyRegistration"] | Letters["verifyUser"],
): LetterBody {
  const book = isolate(frame.book);
  return layOut(
    {
      subject: words.subject({ book }),
      greeting: greet(frame.sentences, letter.name),
      lead: words.lead({ to: isolateLeftToRight(letter.to), book }),
      code: {
        label: words.codeLabel,
        digits: letter.code,
        note: words.codeNote({ minutes: letter.codeExpiresInMinutes }),
      },
      button: { label: words.button, url: letter.url },
      valid: words.valid({ hours: letter.expiresInHours }),
      why: words.why({ book }),
      notYou: words.notYou,
    },
    frame,
  );
}

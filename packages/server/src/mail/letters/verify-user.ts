import type { VerificationLetter } from "../letter.ts";
import type { LetterBody, LetterFrame } from "./layout.ts";
import { writeVerification } from "./verification.ts";

/** There is an account with this address, which nobody has proven yet. */
export function writeVerifyUser(letter: VerificationLetter, frame: LetterFrame): LetterBody {
  return writeVerification(letter, frame, frame.sentences.verifyUser);
}

import type { VerificationLetter } from "../letter.ts";
import type { LetterBody, LetterFrame } from "./layout.ts";
import { writeVerification } from "./verification.ts";

/** Somebody registered with this address; there is no account until it is proven. */
export function writeVerifyRegistration(letter: VerificationLetter, frame: LetterFrame): LetterBody {
  return writeVerification(letter, frame, frame.sentences.verifyRegistration);
}

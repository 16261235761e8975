// Letters about the address of an account: whose it is, and that it is another one now.
import { isolateLeftToRight } from "../direction.ts";
import type {
  AlreadyRegisteredLetter,
  EmailChangeConfirmLetter,
  EmailChangedLetter,
  EmailChangeUndoneLetter,
  InvitationLetter,
  VerificationLetter,
} from "../letter.ts";
import { codeOf, compose } from "./compose.ts";
import { factsOf, writeMoment } from "./facts.ts";
import type { LetterFrame, LetterParts } from "./layout.ts";

export function writeVerification(letter: VerificationLetter, frame: LetterFrame): LetterParts {
  const { verifyRegistration, verifyUser } = frame.sentences;
  const words = letter.kind === "verify-user" ? verifyUser : verifyRegistration;
  return compose(words, frame, {
    name: letter.name,
    code: codeOf(words, letter.code, letter.codeExpiresInMinutes),
    button: { label: words.button, url: letter.url },
    valid: words.valid({ hours: letter.expiresInHours }),
  });
}

/** Helps an owner who forgot the account, and tells one who was not there; the stranger learns nothing. */
export function writeAlreadyRegistered(letter: AlreadyRegisteredLetter, frame: LetterFrame): LetterParts {
  const words = frame.sentences.alreadyRegistered;
  return compose(words, frame, {
    button: { label: words.button, url: letter.loginUrl },
    valid: words.valid,
  });
}

export function writeInvitation(letter: InvitationLetter, frame: LetterFrame): LetterParts {
  const words = frame.sentences.invitation;
  return compose(words, frame, {
    button: { label: words.button, url: letter.url },
    valid: words.valid({ until: writeMoment(letter.until, frame) }),
  });
}

export function writeEmailChangeConfirm(letter: EmailChangeConfirmLetter, frame: LetterFrame): LetterParts {
  const words = frame.sentences.emailChangeConfirm;
  return compose(words, frame, {
    name: letter.name,
    facts: factsOf(letter, frame),
    button: { label: words.button, url: letter.url },
    valid: words.valid({ hours: letter.expiresInHours }),
  });
}

export function writeEmailChanged(letter: EmailChangedLetter, frame: LetterFrame): LetterParts {
  const { emailChanged: words, facts } = frame.sentences;
  return compose(words, frame, {
    facts: [
      { label: facts.newAddress, value: isolateLeftToRight(letter.newEmail) },
      ...factsOf(letter, frame),
    ],
    button: { label: words.button, url: letter.undoUrl },
    valid: words.valid({ until: writeMoment(letter.undoUntil, frame) }),
  });
}

export function writeEmailChangeUndone(letter: EmailChangeUndoneLetter, frame: LetterFrame): LetterParts {
  const words = frame.sentences.emailChangeUndone;
  return compose(words, frame, {
    button: { label: words.button, url: letter.url },
    valid: words.valid({ hours: letter.expiresInHours }),
  });
}

// Letters that let somebody in, and letters about somebody who got in.

import { isolate } from "../direction.ts";
import type {
  AccountUnderAttackLetter,
  MagicLinkLetter,
  NewDeviceLetter,
  PasswordChangedLetter,
  PasswordResetLetter,
  SecondFactorChangedLetter,
  SessionStolenLetter,
  SignInCodeLetter,
  SignInMethodChangedLetter,
} from "../letter.ts";
import { toPrintableName } from "../printable-name.ts";
import { codeOf, compose, composeNotice } from "./compose.ts";
import { factsOf } from "./facts.ts";
import type { Fact, LetterFrame, LetterParts } from "./layout.ts";

export function writeMagicLink(letter: MagicLinkLetter, frame: LetterFrame): LetterParts {
  const words = frame.sentences.magicLink;
  return compose(words, frame, {
    facts: factsOf(letter, frame),
    code: codeOf(words, letter.code, letter.codeExpiresInMinutes),
    button: { label: words.button, url: letter.url },
    valid: words.valid({ minutes: letter.expiresInMinutes }),
  });
}

export function writeSignInCode(letter: SignInCodeLetter, frame: LetterFrame): LetterParts {
  const words = frame.sentences.signInCode;
  return compose(words, frame, {
    facts: factsOf(letter, frame),
    code: codeOf(words, letter.code, letter.expiresInMinutes),
  });
}

export function writeNewDevice(letter: NewDeviceLetter, frame: LetterFrame): LetterParts {
  return composeNotice(frame.sentences.newDevice, frame, letter);
}

export function writeSessionStolen(letter: SessionStolenLetter, frame: LetterFrame): LetterParts {
  return composeNotice(frame.sentences.sessionStolen, frame, { ...letter, url: letter.loginUrl });
}

export function writePasswordReset(letter: PasswordResetLetter, frame: LetterFrame): LetterParts {
  const words = frame.sentences.passwordReset;
  return compose(words, frame, {
    name: letter.name,
    facts: factsOf(letter, frame),
    code: codeOf(words, letter.code, letter.codeExpiresInMinutes),
    button: { label: words.button, url: letter.url },
    valid: words.valid({ hours: letter.expiresInHours }),
  });
}

export function writePasswordChanged(letter: PasswordChangedLetter, frame: LetterFrame): LetterParts {
  return composeNotice(frame.sentences.passwordChanged, frame, letter);
}

export function writeAccountUnderAttack(letter: AccountUnderAttackLetter, frame: LetterFrame): LetterParts {
  return composeNotice(frame.sentences.accountUnderAttack, frame, letter);
}

export function writeSecondFactorChanged(letter: SecondFactorChangedLetter, frame: LetterFrame): LetterParts {
  const { secondFactorChanged: words } = frame.sentences;
  return composeNotice({ ...words, ...words.changes[letter.change] }, frame, letter);
}

export function writeSignInMethodChanged(letter: SignInMethodChangedLetter, frame: LetterFrame): LetterParts {
  const { signInMethodChanged: words, facts } = frame.sentences;
  const name = toPrintableName(letter.name);
  const label = letter.change.startsWith("passkey") ? facts.passkey : facts.provider;
  const method: Fact[] = name === undefined ? [] : [{ label, value: isolate(name) }];
  const notice = composeNotice({ ...words, ...words.changes[letter.change] }, frame, letter);
  return { ...notice, facts: [...method, ...(notice.facts ?? [])] };
}

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
import { codeOf, compose } from "./compose.ts";
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
  const words = frame.sentences.newDevice;
  return compose(words, frame, {
    facts: factsOf(letter, frame),
    button: { label: words.button, url: letter.url },
    valid: words.valid,
  });
}

export function writeSessionStolen(letter: SessionStolenLetter, frame: LetterFrame): LetterParts {
  const words = frame.sentences.sessionStolen;
  return compose(words, frame, {
    facts: factsOf(letter, frame),
    button: { label: words.button, url: letter.loginUrl },
    valid: words.valid,
  });
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
  const words = frame.sentences.passwordChanged;
  return compose(words, frame, {
    facts: factsOf(letter, frame),
    button: { label: words.button, url: letter.url },
    valid: words.valid,
  });
}

export function writeAccountUnderAttack(letter: AccountUnderAttackLetter, frame: LetterFrame): LetterParts {
  const words = frame.sentences.accountUnderAttack;
  return compose(words, frame, {
    facts: factsOf(letter, frame),
    button: { label: words.button, url: letter.url },
    valid: words.valid,
  });
}

export function writeSecondFactorChanged(letter: SecondFactorChangedLetter, frame: LetterFrame): LetterParts {
  const words = frame.sentences.secondFactorChanged;
  return compose({ ...words, ...words.changes[letter.change] }, frame, {
    facts: factsOf(letter, frame),
    button: { label: words.button, url: letter.url },
    valid: words.valid,
  });
}

export function writeSignInMethodChanged(letter: SignInMethodChangedLetter, frame: LetterFrame): LetterParts {
  const { signInMethodChanged: words, facts } = frame.sentences;
  const name = toPrintableName(letter.name);
  const label = letter.change.startsWith("passkey") ? facts.passkey : facts.provider;
  const method: Fact[] = name === undefined ? [] : [{ label, value: isolate(name) }];
  return compose({ ...words, ...words.changes[letter.change] }, frame, {
    facts: [...method, ...factsOf(letter, frame)],
    button: { label: words.button, url: letter.url },
    valid: words.valid,
  });
}

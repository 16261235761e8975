// Letters about an account that its owner cannot use any more.
import { isolate } from "../direction.ts";
import type { AccountBannedLetter, AccountDeletedLetter } from "../letter.ts";
import { compose } from "./compose.ts";
import { factsOf, writeMoment } from "./facts.ts";
import type { Fact, LetterFrame, LetterParts } from "./layout.ts";

export function writeAccountDeleted(letter: AccountDeletedLetter, frame: LetterFrame): LetterParts {
  return compose(frame.sentences.accountDeleted, frame, { facts: factsOf({ at: letter.at }, frame) });
}

export function writeAccountBanned({ until, reason }: AccountBannedLetter, frame: LetterFrame): LetterParts {
  const { accountBanned, facts } = frame.sentences;
  const known: Fact[] = [{ label: facts.until, value: until ? writeMoment(until, frame) : facts.withoutEnd }];
  if (reason) known.push({ label: facts.reason, value: isolate(reason) });
  return compose(accountBanned, frame, { facts: known });
}

// Letters about what whoever runs the book has done to an account, and about its end.
import { isolate } from "../direction.ts";
import type { AccountBannedLetter, AccountDeletedLetter, RoleChangedLetter } from "../letter.ts";
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

export function writeRoleChanged({ role, reason, at }: RoleChangedLetter, frame: LetterFrame): LetterParts {
  const { roleChanged, facts, roles } = frame.sentences;
  const named = new Map(Object.entries(roles)).get(role);
  return compose(roleChanged, frame, {
    facts: [
      // An operator's own roles have the names that the operator gave them.
      { label: facts.role, value: named ?? isolate(role) },
      { label: facts.reason, value: isolate(reason) },
      ...factsOf({ at }, frame),
    ],
  });
}

import type { Weakness } from "@bookplate/messages/strength";
import { type MatchExtended, ZxcvbnFactory } from "@zxcvbn-ts/core";
import { KNOWN, withoutWords } from "./own-words.ts";
import { passwords, qwerty } from "./password-list.gen.ts";

/** The server's limits, for the same reason: time that grows faster than the length. */
const ESTIMATED_CHARACTERS = 64;
const MAX_LETTER_SUBSTITUTIONS = 3;

const common = passwords.trim().split(/\s+/);
const known = new Set(common);
const estimator = new ZxcvbnFactory({
  dictionary: { passwords: common },
  graphs: { qwerty },
  maxLength: ESTIMATED_CHARACTERS,
  l33tMaxSubstitutions: MAX_LETTER_SUBSTITUTIONS,
});

export interface Estimate {
  /** From 0 (under a thousand guesses) to 4 (over ten billion). */
  readonly score: number;
  /** What makes it easy to guess, as far as that can be named. */
  readonly weakness: Weakness | "common" | null;
}

/** How hard a password is to guess for somebody who knows the words. */
export function estimate(password: string, words: readonly string[]): Estimate {
  if (known.has(password.toLowerCase())) return { score: 0, weakness: "common" };
  const impersonal = withoutWords(password, words);
  const { score, sequence } = estimator.check(impersonal, [...words]);
  return { score, weakness: impersonal.includes(KNOWN) ? "personal" : weaknessOf(sequence) };
}

/** The longest part that can be guessed as a whole is what the reader can do something about. */
function weaknessOf(parts: readonly MatchExtended[]): Weakness | null {
  const [longest] = parts
    .filter(({ pattern }) => pattern !== "bruteforce")
    .sort((a, b) => b.token.length - a.token.length);
  switch (longest?.pattern) {
    case "dictionary":
      if (longest.dictionaryName === "userInputs") return "personal";
      return longest.l33t || longest.reversed ? "disguised" : "word";
    case "repeat":
      return "repeated";
    case "sequence":
      return "sequence";
    case "spatial":
      return "keyboard";
    case "date":
    case "regex":
      return "date";
    default:
      return null;
  }
}

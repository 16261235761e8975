import { fieldText, type Problems } from "@bookplate/messages/problems";
import type { StrengthWords } from "@bookplate/messages/strength";
import { estimate } from "./estimate.ts";

/** Fewer than a hundred million guesses are too few. The server asks for the same. */
const GOOD_SCORE = 3;
const MAX_CHARACTERS = 256;

/** What the meter thinks of a password. It advises; the server judges. */
export interface Verdict {
  /** 1 to 4, so that anything typed shows something. */
  readonly bar: number;
  readonly sentence: string;
}

interface Wording {
  readonly strength: StrengthWords;
  readonly problems: Problems;
  readonly minimum: number;
}

export function judge(typed: string, ownWords: readonly string[], wording: Wording): Verdict {
  const { strength, problems, minimum } = wording;
  const weak = (sentence: string): Verdict => ({ bar: 1, sentence: `${strength.weak} ${sentence}` });
  // A refusal by the server has the same code and so the same words.
  const refused = (code: string) => weak(fieldText(problems, code, { minimum }));

  const password = typed.normalize("NFKC");
  const length = [...password].length;
  if (length < minimum) return refused("password-too-short");
  if (length > MAX_CHARACTERS) return refused("password-too-long");
  const { score, weakness } = estimate(password, ownWords);
  if (score > GOOD_SCORE) return { bar: 4, sentence: strength.strong };
  if (score === GOOD_SCORE) return { bar: 3, sentence: strength.good };
  if (weakness === "common") return refused("password-breached");
  if (weakness === null) return refused("password-too-weak");
  return { ...weak(strength.weaknesses[weakness]), bar: Math.max(score, 1) };
}

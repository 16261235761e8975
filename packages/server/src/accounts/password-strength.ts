import { setImmediate as othersFirst } from "node:timers/promises";
import { loadCommonPasswords } from "./common-passwords.ts";
import { withoutWords } from "./password-words.ts";

/**
 * Estimating costs time on the event loop that grows faster than the length. What is within these limits
 * takes at most about 15 ms; what comes after the first characters can only make a password stronger.
 */
const estimatedCharacters = 64;
const maxLetterSubstitutions = 3;

/** What is known about passwords in general. Nobody is asked for it, so nobody learns what was typed. */
export interface PasswordStrength {
  /** Whether it is among the two hundred thousand that turn up most often in what has leaked. */
  isCommon(password: string): boolean;
  /**
   * How many guesses somebody needs who knows the owner's words, as a score: 0 (under a thousand) to 4
   * (over ten billion).
   */
  score(password: string, ownWords: readonly string[]): number;
}

/**
 * Reads the dictionaries: some 50 MB in memory, so not before somebody chooses a password. Between the
 * steps, of which the longest takes a good tenth of a second, other requests are served.
 */
export async function loadPasswordStrength(): Promise<PasswordStrength> {
  const { ZxcvbnFactory } = await import("@zxcvbn-ts/core");
  await othersFirst();
  const { adjacencyGraphs, dictionary: common } = await import("@zxcvbn-ts/language-common");
  await othersFirst();
  const { dictionary: english } = await import("@zxcvbn-ts/language-en");
  await othersFirst();
  const words = mergeByRank([
    english["commonWords-en"],
    english["wikipedia-en"],
    english["firstnames-en"],
    english["lastnames-en"],
    common["diceware-common"],
  ]);
  await othersFirst();
  const passwords = common["passwords-common"];
  const isCommon = await loadCommonPasswords();
  await othersFirst();
  const estimator = new ZxcvbnFactory({
    // Two lists instead of twenty: each one is looked through for every piece of a password.
    dictionary: { passwords, words },
    graphs: adjacencyGraphs,
    maxLength: estimatedCharacters,
    l33tMaxSubstitutions: maxLetterSubstitutions,
  });

  return {
    isCommon,
    // The words are given along for their disguises: backwards, and with digits for letters.
    score: (password, ownWords) => estimator.check(withoutWords(password, ownWords), [...ownWords]).score,
  };
}

/** One list, the most frequent words of all lists first, each word once. */
function mergeByRank(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...lists.map((list) => list.length));
  const words = new Set<string>();
  for (let rank = 0; rank < longest; rank += 1) {
    for (const list of lists) {
      const word = list[rank];
      if (word !== undefined) words.add(word);
    }
  }
  return [...words];
}

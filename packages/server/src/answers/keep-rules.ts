import { ModelFailure } from "./model-failure.ts";

/** Fewer letters than this of a rule open many an ordinary sentence, and are held back at the very beginning only. */
const leastLetters = 8;

/**
 * Passes an answer on, and stops it where it recites one of the rules word for word, whatever marks, spaces
 * or capitals stand between the letters. What could still become a rule is held back until it cannot.
 *
 * @throws {ModelFailure} `saidItsRules`
 */
export async function* keepRules(
  texts: AsyncIterable<string>,
  rules: readonly FollowedRule[],
): AsyncGenerator<string> {
  const followers = rules.map(follow);
  let held = "";
  /** Letters at the end of what was read that are the beginning of a rule. */
  let recited = 0;
  let read = 0;
  for await (const text of texts) {
    held += text;
    for (const letter of lettersOf(text)) {
      read += 1;
      recited = Math.max(...followers.map((matchedBy) => matchedBy(letter)));
      if (recited === Number.POSITIVE_INFINITY) throw new ModelFailure("saidItsRules");
    }
    const holds = recited >= leastLetters || recited === read;
    const cut = holds ? placeBefore(held, recited) : held.length;
    if (cut > 0) yield held.slice(0, cut);
    held = held.slice(cut);
  }
  if (held !== "") yield held;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** A rule made ready to be recognised, once for all answers. */
export interface FollowedRule {
  readonly letters: readonly string[];
  /** For each number of letters that match, how many of them are the rule's beginning again. */
  readonly shorter: readonly number[];
}

/** After Knuth, Morris and Pratt (1977). */
export function readRule(rule: string): FollowedRule {
  const letters = [...lettersOf(rule)];
  const shorter = [0];
  for (const letter of letters.slice(1))
    shorter.push(advance({ letters, shorter }, shorter.at(-1) ?? 0, letter));
  return { letters, shorter };
}

function advance({ letters, shorter }: FollowedRule, from: number, letter: string): number {
  let matched = from;
  while (matched > 0 && letters[matched] !== letter) matched = shorter[matched - 1] ?? 0;
  return letters[matched] === letter ? matched + 1 : 0;
}

/**
 * Reads letter after letter, and says how many of the last ones are the beginning of the rule; infinitely
 * many once all of it was there.
 */
function follow(rule: FollowedRule): (letter: string) => number {
  let matched = 0;
  return (letter) => {
    matched = advance(rule, matched, letter);
    return matched === rule.letters.length ? Number.POSITIVE_INFINITY : matched;
  };
}

/** Where the last so many letters of a text begin. */
function placeBefore(text: string, letters: number): number {
  let place = text.length;
  for (let left = letters; left > 0 && place > 0; ) {
    place -= 1;
    left -= lettersOf(text.slice(place, place + 1)).length;
  }
  return place;
}

/** A word that may have been meant, and its stem. */
export interface LikelyWord {
  readonly word: string;
  readonly lexeme: string;
  /** How many passages have its stem. */
  readonly passages: number;
}

/** At most so many stems stand for one misspelt word. */
const maxStems = 2;

/** The stems that a misspelt word most probably means: the fewest slips first, then the more frequent. */
export function chooseMeant(misspelt: string, likely: readonly LikelyWord[]): string[] {
  const near = likely
    .map((candidate) => ({ ...candidate, slips: countSlips(misspelt, candidate.word) }))
    .filter(({ slips }) => slips <= slipsAllowed(misspelt))
    .sort((one, other) => one.slips - other.slips || other.passages - one.passages);
  const best = near.filter(({ slips }) => slips === near[0]?.slips);
  return [...new Set(best.map(({ lexeme }) => lexeme))].slice(0, maxStems);
}

/** The longer a word, the more slips leave no doubt about it: of six letters two wrong ones make another word, as `France` and `frame`. */
function slipsAllowed({ length }: string): number {
  if (length <= 7) return 1;
  return length <= 10 ? 2 : 3;
}

/**
 * Letters that are missing, too many, wrong, or changed places with their neighbour (the optimal string alignment
 * distance).
 */
export function countSlips(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        row > 1 && column > 1 && swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = last;
    last = current;
  }
  return last[other.length] ?? 0;
}

import type { Pair } from "./pairs.ts";

/** How well a search answers a set of questions. */
export interface Quality {
  /** The share of the questions whose answer is among the first five places. */
  readonly recall: number;
  /** The mean of one divided by the rank of the answer, 0 where it is not among the first ten. */
  readonly reciprocalRank: number;
}

/** Every third pair was never looked at while the search was made. */
export const isHeldBack = (_: unknown, place: number): boolean => place % 3 === 2;

/** @param search - the addresses that it finds, best first, each once */
export async function measureQuality(
  pairs: readonly Pair[],
  search: (question: string) => Promise<readonly string[]>,
): Promise<Quality> {
  const ranks: number[] = [];
  for (const [question, ...places] of pairs) {
    const found = await search(question);
    const first = found.slice(0, 10).findIndex((url) => places.includes(url));
    ranks.push(first < 0 ? Number.POSITIVE_INFINITY : first + 1);
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    recall: mean(ranks.map((rank) => (rank <= 5 ? 1 : 0))),
    reciprocalRank: mean(ranks.map((rank) => 1 / rank)),
  };
}

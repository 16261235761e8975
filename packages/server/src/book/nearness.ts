import type { NearPassage } from "./embedding-queries.ts";
import type { RankedPassage } from "./queries.ts";

/**
 * Questions about anything. What counts as near differs from model to model: how near these come to the book tells
 * what is near by chance.
 */
export const otherQuestions: readonly string[] = [
  "Who won the football match last night?",
  "How long does bread dough have to rise?",
  "Which king ruled France in the year 1650?",
  "Why do cats purr when they sleep?",
  "What is the weather going to be like on Sunday?",
  "How far away from the earth is the planet Saturn?",
  "Which medicine helps against a headache?",
  "What does a train ticket to Berlin cost?",
  "Who painted the ceiling of the Sistine Chapel?",
];
/** A book may be about two of them. */
const aboutTheBook = 2;

/** How near a question comes to a book that does not speak of it. */
export function noiseOf(similarities: readonly number[]): number {
  return similarities.toSorted((one, other) => other - one)[aboutTheBook] ?? 1;
}

/** Below that a passage is near by chance. */
const leastNearness = 0.1;

/** From 0, what any question reaches, to 1, the same text. */
export function nearnessOf({ similarity, noise }: { similarity: number; noise: number }): number {
  return noise >= 1 ? 0 : Math.max(0, Math.min(1, (similarity - noise) / (1 - noise)));
}

/**
 * Nearness as a share of the question that is spoken about: barely near is enough to be found, and half way to the
 * same text is enough to count as an answer.
 */
const coverageOf = (nearness: number) => 0.3 + 0.6 * nearness;

/** The smaller, the more the first places of one list count against the middle of both. */
const rankConstant = 10;

/**
 * One list of two, by reciprocal rank fusion (Cormack, Clarke and Büttcher, 2009): scores of words and of vectors
 * cannot be compared, places can. Without anything near it is the list of words as it was.
 */
export function fuse(
  byWords: readonly RankedPassage[],
  nearest: readonly NearPassage[],
  limit: number,
): RankedPassage[] {
  const near = firstOfEach(nearest).filter((passage) => nearnessOf(passage) >= leastNearness);
  if (near.length === 0) return byWords.slice(0, limit);
  const fused = new Map<string, RankedPassage>();
  for (const [place, passage] of byWords.entries()) {
    fused.set(passage.url, { ...passage, rank: shareOf(place) });
  }
  for (const [place, passage] of near.entries()) {
    const other = fused.get(passage.url);
    fused.set(passage.url, {
      ...(other ?? passage),
      rank: (other?.rank ?? 0) + shareOf(place),
      coverage: Math.max(other?.coverage ?? 0, coverageOf(nearnessOf(passage))),
    });
  }
  return [...fused.values()]
    .sort((one, other) => other.rank - one.rank || other.coverage - one.coverage)
    .slice(0, limit);
}

/** The first place of both lists is 1. */
const shareOf = (place: number) => (rankConstant + 1) / (rankConstant + 1 + place) / 2;

/** A long section is several passages with one address. */
function firstOfEach(passages: readonly NearPassage[]): NearPassage[] {
  const seen = new Set<string>();
  return passages.filter(({ url }) => !seen.has(url) && seen.add(url));
}

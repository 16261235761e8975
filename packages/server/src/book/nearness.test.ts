import { expect, test } from "vitest";
import type { NearPassage } from "./embedding-queries.ts";
import { fuse, nearnessOf, noiseOf } from "./nearness.ts";
import type { RankedPassage } from "./queries.ts";

const passage = (url: string) => ({ url, pageTitle: "Page", heading: url, text: url });
const byWords = (url: string, rank = 0.5, coverage = 0.5): RankedPassage => ({
  ...passage(url),
  rank,
  coverage,
});
const near = (url: string, similarity: number): NearPassage => ({ ...passage(url), similarity, noise: 0.2 });
const urls = (passages: readonly RankedPassage[]) => passages.map(({ url }) => url);

test("what both lists have comes first, then the first of each", () => {
  const fused = fuse([byWords("a"), byWords("b"), byWords("c")], [near("d", 0.9), near("b", 0.8)], 10);
  expect(urls(fused)).toEqual(["b", "d", "a", "c"]);
  const ranks = fused.map(({ rank }) => rank);
  expect(ranks).toEqual(ranks.toSorted((one, other) => other - one));
  expect(ranks[0]).toBeLessThanOrEqual(1);
});

test("the first of both lists has the whole score", () => {
  expect(fuse([byWords("a")], [near("a", 0.9)], 1)[0]?.rank).toBe(1);
});

test("passages that are near by chance are left out, and the list of words is as it was", () => {
  const words = [byWords("a", 0.7), byWords("b", 0.3)];
  expect(fuse(words, [near("b", 0.25), near("z", 0.2)], 10)).toEqual(words);
  expect(fuse([], [near("z", 0.27)], 10)).toEqual([]);
});

test("a section of several passages is found once", () => {
  expect(urls(fuse([], [near("a", 0.9), near("a", 0.8), near("b", 0.7)], 10))).toEqual(["a", "b"]);
});

test("the nearer, the more of the question is spoken about; words that say more are believed", () => {
  const [just, very] = [near("a", 0.29), near("b", 0.8)].map((one) => fuse([], [one], 1)[0]?.coverage ?? 0);
  expect(just).toBeGreaterThan(0.35);
  expect(just).toBeLessThan(0.6);
  expect(very).toBeGreaterThan(0.6);
  expect(fuse([byWords("a", 0.5, 0.9)], [near("a", 0.29)], 1)[0]?.coverage).toBe(0.9);
});

test("a book may be about two of the questions that are about something else", () => {
  expect(noiseOf([0.1, 0.9, 0.2, 0.8, 0.3])).toBe(0.3);
});

test("nothing is near an empty book, nor to a model to which everything is the same", () => {
  expect(nearnessOf({ similarity: 1, noise: noiseOf([]) })).toBe(0);
  expect(nearnessOf({ similarity: 1, noise: 1 })).toBe(0);
});

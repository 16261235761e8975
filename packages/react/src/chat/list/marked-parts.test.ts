import { expect, test } from "vitest";
import { markedParts } from "./marked-parts.ts";

/** The text with its marked parts in brackets. */
const marked = (text: string, query: string) =>
  markedParts(text, query)
    .map(({ part, marked }) => (marked ? `[${part}]` : part))
    .join("");

test("words are marked whatever their case and ending, where they begin", () => {
  expect(marked("Refreshing a refresh token", "refresh")).toBe("[Refreshing] a [refresh] token");
  expect(marked("a lamp on the clamp", "lamp")).toBe("a [lamp] on the clamp");
  expect(marked("كيف أشعل المصباح؟", "المصباح")).toBe("كيف أشعل [المصباح]؟");
});

test("a language without spaces is marked anywhere", () => {
  expect(marked("怎样点亮灯？", "点亮")).toBe("怎样[点亮]灯？");
});

test("signs that mean something elsewhere are only signs", () => {
  expect(marked("What is (a+b)* for?", "(a+b)* [")).toBe("Wh[a]t is ([a]+[b])* for?");
  expect(marked("Nothing here", "?!")).toBe("Nothing here");
});

test("the parts add up to the text, each with its place", () => {
  const parts = markedParts("one two one", "one");
  expect(parts.map(({ start }) => start)).toEqual([0, 3, 8]);
  expect(parts.map(({ part }) => part).join("")).toBe("one two one");
});

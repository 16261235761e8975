import fc from "fast-check";
import { expect, test } from "vitest";
import { titleFromQuestion } from "./title.ts";

test("a conversation is called by its first question", () => {
  expect(titleFromQuestion("  How do I\n light the lamp? ")).toBe("How do I light the lamp?");
});

test("a long question is cut at a word", () => {
  const title = titleFromQuestion("How do I light the lamp when the wind blows from the north and it rains?");
  expect(title).toBe("How do I light the lamp when the wind blows from the north…");
});

test("a title has at most 60 characters and no half of a character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (question) => {
      const title = titleFromQuestion(question);
      expect(title.length).toBeLessThanOrEqual(60);
      expect(title.isWellFormed()).toBe(true);
    }),
  );
});

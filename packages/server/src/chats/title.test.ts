import fc from "fast-check";
import { expect, test } from "vitest";
import { titleFromQuestion } from "./title.ts";

/** Any 16 bits: also halves of characters. */
const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

test.each([
  ["  How do I\n light the lamp? ", "How do I light the lamp?"],
  ["How do I light the lamp? It is dark, and I am afraid of the dark.", "How do I light the lamp?"],
  ["Hello! How do I light the lamp? Thanks.", "Hello! How do I light the lamp?"],
  ["What does `valve --open` do?", "What does valve --open do?"],
  ["چراغ کیسے جلایا جاتا ہے؟ مجھے اندھیرے سے ڈر لگتا ہے۔", "چراغ کیسے جلایا جاتا ہے؟"],
  ["灯怎么点亮？我怕黑。", "灯怎么点亮？我怕黑。"],
  ["a\u202etxt.exe?", "atxt.exe?"],
])("the question %j names its conversation %j", (question, title) => {
  expect(titleFromQuestion(question)).toBe(title);
});

test("a long sentence is cut between words, in scripts without spaces too", () => {
  const words = "How do I light the lamp when the wind blows from the north and it rains without an end?";
  expect(titleFromQuestion(words)).toBe(
    "How do I light the lamp when the wind blows from the north and it rains without…",
  );
  const chinese = titleFromQuestion("在刮北风而且不停下雨的时候".repeat(10));
  expect(chinese.endsWith("…")).toBe(true);
  expect(chinese.length).toBeGreaterThan(70);
});

test("a title has at most 80 characters, and no half of a character", () => {
  fc.assert(
    fc.property(fc.string({ unit }), (question) => {
      const title = titleFromQuestion(question);
      expect(title.length).toBeLessThanOrEqual(80);
      expect(title.isWellFormed()).toBe(true);
    }),
  );
});

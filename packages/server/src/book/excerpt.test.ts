import fc from "fast-check";
import { expect, test } from "vitest";
import { findExcerpt, plainExcerpt, shorten } from "./excerpt.ts";

const passage =
  "A keeper sleeps for eight hours. The lamp burns until dawn.\n\nThe wick is trimmed every four hours. Use `scissors. Never` knives.\n\n```sh\ntrim --wick\n\nlight\n```\n\nThe boat comes on Friday.";

test("an excerpt is the part that speaks about the question", () => {
  expect(plainExcerpt(passage, "When does the boat come?", 40)).toBe("The boat comes on Friday.");
  expect(plainExcerpt(passage, "How often are wicks trimmed?", 50)).toBe(
    "The wick is trimmed every four hours.",
  );
});

test("an excerpt of a passage without the words is its beginning", () => {
  expect(plainExcerpt(passage, "submarines", 40)).toBe("A keeper sleeps for eight hours.");
});

test("code is one part, and a full stop inside a code span ends no sentence", () => {
  const parts = findExcerpt(passage, "", 2_000);
  expect(parts.map(({ text }) => text)).toContain("Use `scissors. Never` knives.");
  expect(parts.find(({ kind }) => kind === "code")?.text).toBe("```sh\ntrim --wick\n\nlight\n```");
});

test("a long block of code is cut between lines and stays closed", () => {
  const code = `\`\`\`sh\n${"echo lamp\n".repeat(50)}\`\`\``;
  const [part] = findExcerpt(code, "lamp", 100);
  expect(part?.text).toMatch(/^```sh\n(echo lamp\n)+…\n```$/);
  expect(part?.text.length).toBeLessThanOrEqual(110);
});

test("shortened text ends at a word and says so", () => {
  expect(shorten("one two three four", 13)).toBe("one two…");
  expect(shorten("short", 13)).toBe("short");
});

test("no excerpt is longer than asked for, whatever the passage", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.string(),
      fc.integer({ min: 10, max: 300 }),
      (text, question, max) => {
        expect(plainExcerpt(text, question, max).length).toBeLessThanOrEqual(max);
      },
    ),
  );
});

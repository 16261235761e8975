import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptAround } from "./search-excerpt.ts";
import { findWord, searchText, searchWords } from "./search-text.ts";

/** Any 16 bits: also halves of characters. */
const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

test.each([
  ["Café", "CAFE"],
  ["Müller", "muller"],
  ["Straße", "STRASSE"],
  ["İstanbul", "istanbul"],
  ["Ὀδυσσεύς", "οδυσσευσ"],
  ["ёлка", "ЕЛКА"],
  ["كِتَاب", "کتاب"],
  ["أحمد", "احمد"],
  ["یہ", "يه"],
  ["می\u200cخواهم", "میخواهم"],
  ["ﬁle", "file"],
])("%s and %s are the same word", (one, other) => {
  expect(searchText(one)).toBe(searchText(other));
});

test.each([
  ["कि", "का"],
  ["灯", "塔"],
  ["각", "가"],
])("%s and %s are not", (one, other) => {
  expect(searchText(one)).not.toBe(searchText(other));
});

test("a query is its words, each once, up to a number of them", () => {
  expect(searchWords("  The LAMP  the lâmp oil ", 2)).toEqual(["the", "lamp"]);
});

test("a word is found where it stands in the text as it was written", () => {
  expect(findWord("Das Café ist zu", "cafe")).toBe(4);
  expect(findWord("Das Cafe\u0301 ist zu", "ist")).toBe(10);
  expect(findWord("nothing", "cafe")).toBe(-1);
});

test("an excerpt has the word, in a line of plain text of bounded length", () => {
  const content = `> ${"Oil burns slowly. ".repeat(40)}\n\nOpen the **Vâlve** ${"and wait. ".repeat(40)} [Lamp](/lamp)`;
  const excerpt = excerptAround(content, ["valve"]);
  expect(excerpt).toContain("Open the Vâlve and wait.");
  expect(excerpt).toMatch(/^….*…$/);
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 600 }), fc.string(), (text, word) => {
      const line = excerptAround(text, [searchText(word)]);
      expect(line.length).toBeLessThanOrEqual(162);
      expect(line.isWellFormed()).toBe(true);
    }),
  );
});

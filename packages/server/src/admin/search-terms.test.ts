import { expect, test } from "vitest";
import { writeWordQuery } from "./search-terms.ts";

test("a short word is looked for by its beginning, and by what one letter more would make of it", () => {
  expect(writeWordQuery("ali", ["n"])).toBe("('nali':* | 'n~ali')");
});

test("a longer word is also looked for with each of its letters left out", () => {
  expect(writeWordQuery("anna", ["n"])).toBe(
    "('nanna':* | 'n~anna' | 'nnna' | 'n~nna' | 'nana' | 'n~ana' | 'nann' | 'n~ann')",
  );
});

test("every word has to fit, and signs are between words", () => {
  expect(writeWordQuery("al o'neil-99", ["n", "e"])).toMatch(
    /^\('nal':\* .* 'eal':\*.*\) & \('no':\*.*\) & \(/,
  );
});

test("what is too short to say anything is not looked for", () => {
  for (const text of ["", "a", "al", "a b", "42", " . "]) expect(writeWordQuery(text, ["n"])).toBeUndefined();
});

test("no sign of the notation gets out of its word", () => {
  expect(writeWordQuery("a|\\", ["n"])).toBe("('na|\\\\':* | 'n~a|\\\\')");
});

import { expect, test } from "vitest";
import { fileNameOf } from "./file-name.ts";

test.each([
  ["What is a book?", "What is a book"],
  ["../../etc/passwd", "etc passwd"],
  ['A: "B" <C> | D*', "A B C D"],
  ["کتاب کیا ہے؟", "کتاب کیا ہے؟"],
  [" \u202Etxt.exe. ", "txt.exe"],
  ["", "chat"],
  ["???", "chat"],
])("the file of %j is called %j", (title, name) => {
  expect(fileNameOf(title)).toBe(name);
});

test("a long title is cut between two characters", () => {
  expect(fileNameOf("📖".repeat(100))).toBe("📖".repeat(80));
});

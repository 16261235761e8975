import { expect, test } from "vitest";
import { counting } from "./counting.ts";

test("every count in Arabic gets the form that belongs to it", () => {
  const forms = { zero: "zero", one: "one", two: "two", few: "few", many: "many", other: "other" };
  const counted = counting("ar");
  const asked = [0, 1, 2, 3, 11, 100].map((count) => counted(count, forms));
  expect(asked).toEqual(["zero", "one", "two", "few", "many", "other"]);
});

test("a number is written as its language writes it", () => {
  expect(counting("de")(2500, { other: "# Zeichen" })).toBe("2.500 Zeichen");
  expect(counting("en")(2500, { other: "# characters" })).toBe("2,500 characters");
});

test("a form that a language does not need is not asked for", () => {
  expect(counting("en")(1, { other: "# of them" })).toBe("1 of them");
});

import { expect, test } from "vitest";
import { placeName } from "./place-name.ts";

test.each([
  ["/", "/guide/first-steps", "your-book", "Guide › First steps › Your book"],
  ["/book/", "/book/guide/", null, "Guide"],
  ["/book", "/book/guide", null, "Guide"],
  ["/", "/how_sessions_hold", "", "How sessions hold"],
  ["/", "/%DA%A9%D8%AA%D8%A7%D8%A8", "باب-اول", "کتاب › باب اول"],
  ["/", "/100%", null, "100%"],
  ["/book/", "/book/", null, ""],
  ["/", "/", null, ""],
])("in the book at %j the place %j # %j is called %j", (home, page, anchor, name) => {
  expect(placeName({ page, anchor }, home)).toBe(name);
});

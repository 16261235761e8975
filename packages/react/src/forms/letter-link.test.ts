import { expect, test } from "vitest";
import { readLetterLink } from "./letter-link.ts";

test("a letter's link brings its token and its address", () => {
  expect(readLetterLink("#token=abc-_1&email=alice%2Bbooks%40example.org")).toEqual({
    token: "abc-_1",
    email: "alice+books@example.org",
  });
});

test("a link without an address still works", () => {
  expect(readLetterLink("#token=abc")).toEqual({ token: "abc", email: "" });
});

test("any other fragment is no letter's link", () => {
  for (const fragment of ["", "#", "#a-heading", "#token=", "#email=alice@example.org"]) {
    expect(readLetterLink(fragment)).toBeNull();
  }
});

test("an invitation and another letter are not taken for each other", () => {
  expect(readLetterLink("#invitation=abc&email=bob%40example.org", "invitation")).toEqual({
    token: "abc",
    email: "bob@example.org",
  });
  expect(readLetterLink("#invitation=abc")).toBeNull();
  expect(readLetterLink("#token=abc", "invitation")).toBeNull();
});

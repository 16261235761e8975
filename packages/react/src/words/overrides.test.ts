import { expect, test } from "vitest";
import { override } from "./overrides.ts";

const catalogue = { login: { title: "Sign in", submit: "Go" }, timeout: "Too late." };

test("a book's own words stand in for ours, one by one", () => {
  expect(override(catalogue, { login: { title: "Come in" }, timeout: "Slow." })).toEqual({
    login: { title: "Come in", submit: "Go" },
    timeout: "Slow.",
  });
});

test("without words of its own a book has ours", () => {
  expect(override(catalogue, undefined)).toEqual(catalogue);
});

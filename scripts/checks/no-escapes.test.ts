import { expect, test } from "vitest";
import { findEscapes } from "./no-escapes.ts";
import { readRepository } from "./source-files.ts";

const source = (text: string) => [{ path: "packages/client/src/a.test.ts", text }];

test.each([
  "export enum Role { admin }",
  'test.only("a", () => {})',
  'describe.skip("a", () => {})',
  "// @ts-expect-error: later",
  "// biome-ignore lint: later",
])("a way around the rules is found: %s", (text) => {
  expect(findEscapes(source(text))).toHaveLength(1);
});

test("words that merely look alike pass", () => {
  expect(findEscapes(source('// an enum would not run\nconst only = "enum"; list.skip(3);'))).toEqual([]);
});

test("nothing goes around the compiler, the linter or the tests", () => {
  expect(findEscapes(readRepository())).toEqual([]);
});

import { expect, test } from "vitest";
import { findRanges } from "./exact-versions.ts";
import { readRepository } from "./source-files.ts";

const manifest = (content: object) => [{ path: "packages/a/package.json", text: JSON.stringify(content) }];

test("a range is found", () => {
  const ranges = { a: "^1.0.0", b: "~1.0.0", c: "latest", d: "*" };
  expect(findRanges(manifest({ devDependencies: ranges }))).toHaveLength(4);
});

test("exact versions, aliases and peers pass", () => {
  const dependencies = { a: "1.0.0", b: "2.0.0-beta.1", c: "npm:@scope/name@1.4.22" };
  expect(findRanges(manifest({ dependencies, peerDependencies: { react: "^19.0.0" } }))).toEqual([]);
});

test("every dependency is pinned", () => {
  expect(findRanges(readRepository())).toEqual([]);
});

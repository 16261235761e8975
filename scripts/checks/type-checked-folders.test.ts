import { expect, test } from "vitest";
import { readRepository } from "./source-files.ts";
import { findUncheckedFolders } from "./type-checked-folders.ts";

const files = (...paths: string[]) => paths.map((path) => ({ path, text: "" }));

test("a folder with TypeScript that nothing checks is found", () => {
  expect(findUncheckedFolders(files("packages/a/src/b.ts", "packages/a/src/c.ts"))).toHaveLength(1);
  expect(findUncheckedFolders(files("examples/a/b.ts", "examples/tsconfig.json"))).toHaveLength(1);
  expect(
    findUncheckedFolders(files("packages/a/src/b.ts", "packages/a/tsconfig.json", "vitest.config.ts")),
  ).toEqual([]);
});

test("all TypeScript is type-checked", () => {
  expect(findUncheckedFolders(readRepository())).toEqual([]);
});

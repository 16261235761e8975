import { expect, test } from "vitest";
import { findImportCircles } from "./import-circles.ts";
import { readRepository } from "./source-files.ts";

const file = (path: string, ...lines: string[]) => ({ path, text: lines.join("\n") });

test("files that import each other in a circle are found, by a detour too", () => {
  const files = [
    file("a/main.ts", 'import { b } from "./b.ts";'),
    file("a/b.ts", 'import { type C, makeC } from "../c.ts";'),
    file("c.ts", 'export { b } from "./a/b.ts";'),
  ];
  expect(findImportCircles(files)).toEqual(["a/b.ts → c.ts → a/b.ts"]);
});

test("a circle of types is none", () => {
  const files = [
    file("a.ts", 'import { b } from "./b.ts";', "export interface A {}"),
    file("b.ts", 'import type { A } from "./a.ts";', 'import { type A as B } from "./a.ts";'),
  ];
  expect(findImportCircles(files)).toEqual([]);
});

test("no file needs itself to be loaded first", () => {
  expect(findImportCircles(readRepository())).toEqual([]);
});

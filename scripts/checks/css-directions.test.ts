import { expect, test } from "vitest";
import { findPhysicalDirections } from "./css-directions.ts";
import { readRepository } from "./source-files.ts";

const stylesheet = (text: string) => [{ path: "packages/react/src/styles.css", text }];

test.each([
  ".a { margin-left: 1rem }",
  ".a { right: 0 }",
  ".a { border-top-left-radius: 4px }",
  ".a { text-align: right }",
  ".a { float: left }",
  ".a { direction: ltr }",
])("a physical direction is found: %s", (text) => {
  expect(findPhysicalDirections(stylesheet(text))).toHaveLength(1);
});

test("logical directions, names and comments pass", () => {
  const text =
    ".bp-right-now { margin-inline-start: 1rem; inset-inline-end: 0; text-align: start; flex-direction: row } /* left: 0 */";
  expect(findPhysicalDirections(stylesheet(text))).toEqual([]);
});

test("a physical direction in a component's style is found", () => {
  const text = "<p style={{ marginLeft: 4 }} />";
  expect(findPhysicalDirections([{ path: "packages/react/src/Dialog.tsx", text }])).toHaveLength(1);
});

test("styles work from right to left", () => {
  expect(findPhysicalDirections(readRepository())).toEqual([]);
});

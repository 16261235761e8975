import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashContent } from "./content-hash.mjs";

let folder = "";
const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
const hash = () => hashContent(folder, ["book"]);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bookplate-hash-"));
  mkdirSync(join(folder, "book", "build"), { recursive: true });
  write("book/index.md", "# Hello");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a changed, added or renamed file changes the digest", () => {
  const before = hash();
  write("book/index.md", "# Goodbye");
  const changed = hash();
  write("book/more.md", "");
  expect(new Set([before, changed, hash()]).size).toBe(3);
});

test("a new time, a built page and a test change nothing", () => {
  const before = hash();
  utimesSync(join(folder, "book", "index.md"), 0, 0);
  write("book/build/index.html", "<h1>Hello</h1>");
  write("book/search.test.ts", "");
  expect(hash()).toBe(before);
});

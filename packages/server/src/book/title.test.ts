import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readBookTitle } from "./title.ts";

test.each([
  ["<title data-rh=true>Accounts for a book | Gardens at Night</title>", "Gardens at Night"],
  ["<title>Gardens at Night</title>", "Gardens at Night"],
  ["<p>No title</p>", undefined],
])("of %s the book's title is %s", async (page, title) => {
  const directory = await mkdtemp(join(tmpdir(), "bookplate-title-"));
  await mkdir(join(directory, "build"));
  await writeFile(join(directory, "build/index.html"), page);
  expect(await readBookTitle(directory)).toBe(title);
});

test("a book that is not built has no title yet", async () => {
  expect(await readBookTitle(join(tmpdir(), "bookplate-no-book-here"))).toBeUndefined();
});

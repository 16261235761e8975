import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { pageTitles } from "./page-titles.ts";

const pages = path.join(import.meta.dirname, "theme");
const translated = readdirSync(pages)
  .filter((file) => file.endsWith(".tsx"))
  .flatMap((file) => [
    ...readFileSync(path.join(pages, file), "utf8").matchAll(/id: "(.+)",\s+message: "(.+)"/g),
  ]);

test("every title that a page asks for is there, and in English it is the page's own", async () => {
  const titles = Object.fromEntries(translated.map(([, id, message]) => [id, message]));
  expect(Object.keys(titles).length).toBeGreaterThan(0);
  expect(await pageTitles("en")).toEqual(titles);
});

test("a book in Urdu has Urdu titles", async () => {
  expect(await pageTitles("ur")).toMatchObject({ "theme.bookplate.login.title": "سائن اِن کریں" });
});

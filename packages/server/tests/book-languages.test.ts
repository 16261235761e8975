import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Book, createBook, type SearchOptions } from "../src/book/book.ts";
import type { OpenDatabase } from "../src/database/database.ts";
import { migrateToLatest } from "../src/database/migrate.ts";
import { openEmptyDatabase } from "./support/database.ts";

const languages: Record<string, string> = {
  en: "# Harbour\n\nShips wait for the pilot.\n\n## Authentication\n\nThe keeper signs in with `signInKeeper` and a password.",
  de: "# Hafen\n\nSchiffe warten auf den Lotsen.\n\n## Häuser\n\nIn den Häusern der Wärter brennt Licht.",
  fr: "# Port\n\nLes navires attendent.\n\n## Les élèves\n\nLes apprentis étudient les signaux.",
  es: "# Puerto\n\nLos barcos esperan.\n\n## Señales\n\nEl guardián enciende las señales.",
  ar: "# الميناء\n\nتنتظر السفن.\n\n## كلمة المرور\n\nيكتب الحارس كلمات المرور في الكتاب.",
  ur: "# بندرگاہ\n\nجہاز انتظار کرتے ہیں۔\n\n## چراغ\n\nچراغ رات کو جلتا ہے۔",
  zh: "# 港口\n\n船只等待领航员。\n\n## 重置密码\n\n守护者可以通过邮件重置密码。",
};

let directory: string;
let database: OpenDatabase;
let book: Book;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "bookplate-languages-"));
  for (const [locale, markdown] of Object.entries(languages)) {
    const base = locale === "en" ? "" : `/${locale}`;
    const source = locale === "en" ? "docs/harbour.md" : `i18n/${locale}/harbour.md`;
    const untranslated = {
      source: "docs/only-english.md",
      permalink: `${base}/only-english`,
      title: "Anchors",
    };
    write(source, markdown);
    writeList(base, locale, [
      {
        source,
        permalink: `${base}/harbour`,
        title: markdown.slice(2, markdown.indexOf("\n")),
        language: locale,
      },
      { ...untranslated, language: "en" },
    ]);
  }
  write("docs/only-english.md", "# Anchors\n\nAn anchor weighs four tons.");
  database = await openEmptyDatabase();
  await migrateToLatest(database.db);
  book = createBook({ database: database.db, directory, log: pino({ level: "silent" }) });
  expect((await book.index()).pages).toBe(14);
});
afterAll(async () => {
  await database.close();
  rmSync(directory, { recursive: true, force: true });
});

function write(file: string, text: string): void {
  mkdirSync(join(directory, file, ".."), { recursive: true });
  writeFileSync(join(directory, file), text);
}

function writeList(base: string, locale: string, pages: object[]): void {
  const editions = pages.map((page) => ({
    ...page,
    locale,
    section: "default",
    version: "current",
    latest: true,
  }));
  write(`build${base}/bookplate-pages.json`, JSON.stringify(editions));
}

const find = async (question: string, options: Omit<SearchOptions, "limit"> = {}) =>
  (await book.search(question, { limit: 3, ...options }))[0]?.url;

describe("a question is read in the language of the book's pages", () => {
  test.each([
    ["en", "signing in", "/harbour#authentication"],
    ["de", "ein Haus", "/de/harbour#h%C3%A4user"],
    ["fr", "étudier un signal", "/fr/harbour#les-%C3%A9l%C3%A8ves"],
    ["es", "señal", "/es/harbour#se%C3%B1ales"],
    ["ar", "كلمات", "/ar/harbour#%D9%83%D9%84%D9%85%D8%A9-%D8%A7%D9%84%D9%85%D8%B1%D9%88%D8%B1"],
    ["ur", "چراغ کب جلتا ہے", "/ur/harbour#%DA%86%D8%B1%D8%A7%D8%BA"],
    ["zh", "如何重置我的密码？", "/zh/harbour#%E9%87%8D%E7%BD%AE%E5%AF%86%E7%A0%81"],
  ])("%s: %s", async (locale, question, url) => {
    expect(await find(question, { locale })).toBe(url);
  });

  test("letters without their marks, and identifiers by their parts, are found", async () => {
    expect(await find("senales", { locale: "es" })).toBe("/es/harbour#se%C3%B1ales");
    expect(await find("keeper sign in function", { locale: "en" })).toBe("/harbour#authentication");
  });
});

describe("a misspelt word", () => {
  test.each(["authentification", "authetication", "autehntication", "authenticaton"])(
    "%s is mended",
    async (word) => {
      expect(await find(word)).toBe("/harbour#authentication");
    },
  );

  test("that the book has is taken as it is written", async () => {
    expect(await find("pilot")).toBe("/harbour");
  });
});

describe("of a book in several languages", () => {
  test("the reader's own is searched, and the default one without a reader", async () => {
    expect(await find("four tons")).toBe("/only-english");
    expect(await find("four tons", { page: "/fr/harbour" })).toBe("/fr/only-english");
    expect(await find("four tons", { locale: "de" })).toBe("/de/only-english");
  });

  test("another one is searched when the reader's own says nothing", async () => {
    expect(await find("Lotsen")).toBe("/de/harbour");
  });

  test("a question that no language speaks about finds nothing that covers it", async () => {
    for (const { coverage } of await book.search("quantum chromodynamics seminar", { limit: 5 })) {
      expect(coverage).toBeLessThan(0.35);
    }
  });
});

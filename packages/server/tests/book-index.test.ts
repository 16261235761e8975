import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Book, createBook } from "../src/book/book.ts";
import { indexPassages } from "../src/book/index-passages.ts";
import type { OpenDatabase } from "../src/database/database.ts";
import { migrateToLatest } from "../src/database/migrate.ts";
import { openEmptyDatabase } from "./support/database.ts";

/** More than one transaction takes. */
const pageCount = 120;

let directory: string;
let database: OpenDatabase;
let book: Book;
let warnings: string[];

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "bookplate-index-"));
  mkdirSync(join(directory, "docs"));
  mkdirSync(join(directory, "build"));
  writePages(Array.from({ length: pageCount }, (_, place) => place));
  database = await openEmptyDatabase();
  await migrateToLatest(database.db);
  warnings = [];
  const log = pino({ level: "warn" }, { write: (line: string) => warnings.push(line) });
  book = createBook({ database: database.db, directory, log });
});
afterEach(async () => {
  await database.close();
  rmSync(directory, { recursive: true, force: true });
});

function writePages(places: readonly number[], more: object = {}): void {
  for (const place of places) writePage(place, "lamp");
  const pages = places.map((place) => ({
    source: `docs/${place}.md`,
    permalink: `/${place}`,
    title: `Page ${place}`,
    ...more,
  }));
  writeFileSync(join(directory, "build/bookplate-pages.json"), JSON.stringify(pages));
}

function writePage(place: number, word: string): void {
  writeFileSync(
    join(directory, `docs/${place}.md`),
    `# Page ${place}\n\nThe ${word} burns.\n\n## More\n\nAnd burns.`,
  );
}

const countOf = async (lexeme: string) =>
  (
    await database.db
      .selectFrom("bookLexeme")
      .select("passages")
      .where("lexeme", "=", lexeme)
      .executeTakeFirst()
  )?.passages ?? 0;

test("only changed files are written again", async () => {
  expect(await book.index()).toEqual({ pages: 120, passages: 240, written: 120, removed: 0, locale: "en" });
  expect(await book.index()).toEqual({ pages: 120, passages: 240, written: 0, removed: 0, locale: "en" });
  writePage(7, "lantern");
  writePage(80, "lantern");
  expect(await book.index()).toEqual({ pages: 120, passages: 240, written: 2, removed: 0, locale: "en" });
});

test("the counts of words follow every change", async () => {
  await book.index();
  expect(await countOf("lamp")).toBe(120);
  expect(await countOf("burn")).toBe(240);
  writePage(3, "lantern");
  await book.index();
  expect([await countOf("lamp"), await countOf("lantern")]).toEqual([119, 1]);
  writePages([0, 1]);
  expect(await book.index()).toMatchObject({ pages: 2, removed: 118 });
  expect([await countOf("lamp"), await countOf("lantern"), await countOf("burn")]).toEqual([2, 0, 4]);
});

test("two servers that index at once write every page once", async () => {
  const reports = await Promise.all([book.index(), indexPassages(database.db, directory)]);
  expect(reports.reduce((sum, { written }) => sum + written, 0)).toBe(pageCount);
  expect(await countOf("burn")).toBe(240);
});

test("what was interrupted in the middle is whole, and goes on from there", async () => {
  await database.db.schema
    .alterTable("book_page")
    .addCheckConstraint("no_page_70", sql`permalink <> '/70'`)
    .execute();
  await expect(book.index()).rejects.toThrow("no_page_70");
  expect(await countOf("burn")).toBe(100);
  await database.db.schema.alterTable("book_page").dropConstraint("no_page_70").execute();
  expect(await book.index()).toMatchObject({ passages: 240, written: 70 });
  expect(await countOf("burn")).toBe(240);
});

test("nobody waits for a long book: it is read to its end while it is searched", async () => {
  writePage(0, "anchor");
  writePage(pageCount - 1, "storm");
  const open = await book.open({ patienceMs: 0 });
  expect(open.passages).toBeLessThan(2 * pageCount);
  await expect.poll(() => book.search("storm", { limit: 1 })).toHaveLength(1);
  expect(await book.search("anchor", { limit: 1 })).toHaveLength(1);
  await open.close();
});

test("a server that closes while it reads ends between two transactions, and the next goes on from there", async () => {
  const open = await book.open({ patienceMs: 0 });
  await open.close();
  const { rows } = await sql<{ pages: number }>`select count(*)::int as pages from book_page`.execute(
    database.db,
  );
  const left = pageCount - (rows[0]?.pages ?? 0);
  expect(left).toBeGreaterThan(0);
  const report = await indexPassages(database.db, directory);
  expect(report).toMatchObject({ pages: pageCount, passages: 2 * pageCount, written: left });
  expect(warnings).toEqual([]);
});

test("an older version of a page is found by its own readers alone", async () => {
  const old = {
    section: "default",
    version: "1.0",
    latest: false,
    locale: "en",
    title: "Old",
    source: "docs/old.md",
  };
  const now = {
    section: "default",
    version: "2.0",
    latest: true,
    locale: "en",
    title: "New",
    source: "docs/new.md",
  };
  writeFileSync(join(directory, "docs/old.md"), "# Old\n\nTurn the crank of the engine.");
  writeFileSync(join(directory, "docs/new.md"), "# New\n\nPress the button of the engine.");
  const pages = [
    { ...old, permalink: "/1.0/engine" },
    { ...now, permalink: "/engine" },
  ];
  writeFileSync(join(directory, "build/bookplate-pages.json"), JSON.stringify(pages));
  await book.index();
  const urls = async (page?: string) =>
    (await book.search("engine", { limit: 5, page })).map(({ url }) => url);
  expect(await urls()).toEqual(["/engine"]);
  expect(await urls("/engine")).toEqual(["/engine"]);
  expect(await urls("/1.0/engine")).toEqual(["/1.0/engine"]);
});

test("without the extension for likenesses words are found as they are written, and the log says so once", async () => {
  await sql`drop extension pg_trgm cascade`.execute(database.db);
  await book.index();
  await book.index();
  expect(warnings.filter((line) => line.includes("pg_trgm"))).toHaveLength(1);
  expect(await book.search("lamp", { limit: 3 })).toHaveLength(3);
  expect(await book.search("lmap", { limit: 3 })).toEqual([]);
});

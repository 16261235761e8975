import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Book, createBook } from "../src/book/book.ts";
import { bookRoutes } from "../src/book/routes.ts";
import type { OpenDatabase } from "../src/database/database.ts";
import { migrateToLatest } from "../src/database/migrate.ts";
import { openPreparedDatabase } from "./support/database.ts";
import { noLimits } from "./support/no-limits.ts";

let directory: string;
let database: OpenDatabase;
let book: Book;

async function openBook(): Promise<void> {
  directory = mkdtempSync(join(tmpdir(), "bookplate-book-"));
  cpSync(join(import.meta.dirname, "book"), directory, { recursive: true });
  database = await openPreparedDatabase();
  await migrateToLatest(database.db);
  book = createBook({ database: database.db, directory, log: pino({ level: "silent" }) });
}

async function closeBook(): Promise<void> {
  await database.close();
  rmSync(directory, { recursive: true, force: true });
}

async function bestFor(question: string, page?: string): Promise<string | undefined> {
  return (await book.search(question, { limit: 3, page }))[0]?.url;
}

describe("searching the book", () => {
  beforeAll(async () => {
    await openBook();
    expect(await book.index()).toMatchObject({ pages: 3, passages: 11 });
  });
  afterAll(closeBook);

  test.each([
    ["How do I light the lamp?", "/lamp#how-do-i-light-the-lamp"],
    ["who made the prisms and bent light into a beam", "/lamp#lens"],
    ["What should the keeper do when there are storms?", "/keeper#what-does-a-keeper-do-in-a-storm"],
    ["is writing in ink", "/keeper#the-logbook"],
    ["clean the fuel tank", "/lamp#cleaning-1"],
    ["vinegar", "/lamp#cleaning"],
    ["Fernrohr der Wärterin", "/keeper#%C3%BCberwachung-der-k%C3%BCste"],
    ["what do lighthouses warn of", "/"],
  ])("%s", async (question, url) => {
    expect(await bestFor(question)).toBe(url);
  });

  test("the page that the reader is on comes first where two fit alike", async () => {
    expect(await bestFor("cleaning", "/lamp")).toMatch(/^\/lamp#cleaning/);
    expect(await bestFor("four hours", "/lamp")).toBe("/lamp");
    expect(await bestFor("four hours", "http://localhost:7860/keeper/?x=1#y")).toBe("/keeper");
  });

  test("a question that the book does not speak about finds nothing that covers it", async () => {
    for (const found of await book.search("Who is the president of France?", { limit: 5 })) {
      expect(found.coverage).toBeLessThan(0.35);
    }
  });

  test.each([
    "",
    " ",
    "'",
    '"',
    "\\",
    "a\0b",
    "\ud800",
    "😀",
    "!&|():*<->",
    "the of and",
    "x".repeat(8_000),
    "a ".repeat(4_000),
  ])("odd input %# is a question like any other", async (question) => {
    expect(await book.search(question, { limit: 5 })).toBeInstanceOf(Array);
  });

  test("is open to everybody over HTTP", async () => {
    const app = bookRoutes({ book, limit: noLimits });
    const answer = await app.request(`/book/search?q=${encodeURIComponent("light the lamp")}&limit=1`);
    expect(await answer.json()).toEqual({
      items: [
        {
          title: "The lamp › How do I light the lamp?",
          url: "/lamp#how-do-i-light-the-lamp",
          excerpt: expect.stringContaining("Open the valve"),
          score: expect.any(Number),
        },
      ],
      nextCursor: null,
    });
  });
});

describe("the index keeps up with the files", () => {
  beforeEach(openBook);
  afterEach(closeBook);

  const write = (file: string, text: string) => writeFileSync(join(directory, file), text);
  const listPassages = () =>
    database.db
      .selectFrom("passage")
      .innerJoin("bookPage", "bookPage.id", "passage.pageId")
      .select(["passage.id", "source"])
      .orderBy("passage.id")
      .execute();
  const read = (file: string) => readFileSync(join(directory, file), "utf8");

  test("a changed file is read again, an unchanged one is left alone", async () => {
    await book.index();
    const before = await listPassages();
    write("docs/lamp.md", "# The lamp\n\nNow electric.");
    await book.index();
    const after = await listPassages();
    const others = ({ source }: { source: string }) => source !== "docs/lamp.md";
    expect(after.filter(others)).toEqual(before.filter(others));
    expect(await bestFor("electric")).toBe("/lamp");
    expect(await bestFor("vinegar")).toBeUndefined();
  });

  test("a page that left the book leaves the index; while the book is built everything stays", async () => {
    await book.index();
    const pages = JSON.parse(read("build/bookplate-pages.json")) as unknown[];
    rmSync(join(directory, "build"), { recursive: true });
    expect(await book.index()).toMatchObject({ pages: 3, passages: 11 });
    cpSync(join(import.meta.dirname, "book/build"), join(directory, "build"), { recursive: true });
    write("build/bookplate-pages.json", JSON.stringify(pages.slice(0, 2)));
    expect((await book.index()).pages).toBe(2);
  });

  test("two servers that index at once leave every passage once", async () => {
    const sizes = await Promise.all([book.index(), book.index()]);
    expect(sizes).toMatchObject([
      { pages: 3, passages: 11 },
      { pages: 3, passages: 11 },
    ]);
  });

  test("changes are noticed while the server runs, also after the book was built anew", async () => {
    await book.index();
    const stop = book.watch();
    try {
      write("docs/lamp.md", "# The lamp\n\nNow electric.");
      await expect.poll(() => bestFor("electric")).toBe("/lamp");
      const pages = JSON.parse(read("build/bookplate-pages.json")) as unknown[];
      rmSync(join(directory, "build"), { recursive: true });
      write("docs/new.md", "# Radio\n\nThe radio is on the second floor.");
      cpSync(join(import.meta.dirname, "book/build"), join(directory, "build"), { recursive: true });
      const page = { source: "docs/new.md", permalink: "/radio", title: "Radio" };
      write("build/bookplate-pages.json", JSON.stringify([...pages, page]));
      await expect.poll(() => bestFor("radio")).toBe("/radio");
      write("docs/new.md", "# Radio\n\nThe wireless is in the cellar.");
      await expect.poll(() => bestFor("cellar")).toBe("/radio");
    } finally {
      await stop();
    }
  });
});

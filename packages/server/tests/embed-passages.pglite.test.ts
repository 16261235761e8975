import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Book, createBook } from "../src/book/book.ts";
import { embedPassages } from "../src/book/embed-passages.ts";
import type { EmbeddingModel } from "../src/book/embedding-model.ts";
import { findModel, makeEmbeddingTables } from "../src/book/embedding-queries.ts";
import { otherQuestions } from "../src/book/nearness.ts";
import type { OpenDatabase } from "../src/database/database.ts";
import { migrateTo } from "../src/database/migrate.ts";
import { openPreparedDatabase } from "./support/database.ts";

let directory: string;
let database: OpenDatabase;
let book: Book;
/** Of passages, request by request; those of the questions about something else are left out. */
let requests: (readonly string[])[];
let passages: number;
let failAt: number | undefined;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "bookplate-book-"));
  cpSync(join(import.meta.dirname, "book"), directory, { recursive: true });
  const sections = Array.from({ length: 70 }, (_, i) => `\n## Rule ${i}\n\nThe keeper obeys rule ${i}.\n`);
  appendFileSync(join(directory, "docs/lamp.md"), sections.join(""));
  database = await openPreparedDatabase();
  await database.db.transaction().execute(makeEmbeddingTables);
  book = createBook({ database: database.db, directory, log: pino({ level: "silent" }) });
  ({ passages } = await book.index());
});
afterAll(async () => {
  await database.close();
  rmSync(directory, { recursive: true, force: true });
});
beforeEach(async () => {
  await sql`truncate passage_embedding, embedding_model`.execute(database.db);
  requests = [];
  failAt = undefined;
});

function model(name = "m", dimensions = 3): EmbeddingModel {
  return {
    name,
    embed: async (texts) => {
      if (texts !== otherQuestions) {
        if (requests.length === failAt) throw new Error("away");
        requests.push(texts);
      }
      return texts.map((text) => Array.from({ length: dimensions }, (_, i) => (text.length % (i + 7)) + 1));
    },
  };
}

const run = (of = model(), goesOn = () => true) =>
  embedPassages(database.db, of, { signal: new AbortController().signal, goesOn });

async function stored(): Promise<{ model: string; dimensions: number; count: number }[]> {
  const { rows } = await sql<{ model: string; dimensions: number; count: number }>`
    select model, dimensions, count(*)::int as count from passage_embedding group by 1, 2
  `.execute(database.db);
  return rows;
}

test("a model that goes away half way has kept what it did, and questions are not compared with half a book", async () => {
  failAt = 1;
  await expect(run()).rejects.toThrow("away");
  expect(await stored()).toEqual([{ model: "m", dimensions: 3, count: 32 }]);
  expect(await findModel(database.db, "m")).toBeUndefined();
  failAt = undefined;
  expect(await run()).toBe(true);
  expect(await stored()).toEqual([{ model: "m", dimensions: 3, count: passages }]);
  expect(await findModel(database.db, "m")).toMatchObject({ dimensions: 3 });
  // Every passage was sent once, in requests of a bounded size.
  expect(new Set(requests.flat()).size).toBe(passages);
  expect(requests.map(({ length }) => length)).toEqual([32, 32, passages - 64]);
});

test("work that takes too long stops between two requests, and goes on another time", async () => {
  expect(await run(model(), () => requests.length < 1)).toBe(false);
  expect(await run()).toBe(true);
  expect(requests.map(({ length }) => length)).toEqual([32, 32, passages - 64]);
});

test("a page that has changed is read again, and no other; without a change nobody is asked", async () => {
  await run();
  requests = [];
  await run();
  expect(requests).toEqual([]);
  appendFileSync(join(directory, "docs/keeper.mdx"), "\n## A new duty\n\nFeed the gulls.\n");
  ({ passages } = await book.index());
  await run();
  expect(requests.flat().length).toBeLessThan(10);
  expect(requests.flat().join()).toContain("Feed the gulls.");
  expect(await stored()).toEqual([{ model: "m", dimensions: 3, count: passages }]);
});

test("another model replaces the one before it", async () => {
  await run();
  await run(model("other", 5));
  expect(await stored()).toEqual([{ model: "other", dimensions: 5, count: passages }]);
  expect(await findModel(database.db, "m")).toBeUndefined();
});

test("long passages travel in smaller requests", async () => {
  const long = Array.from({ length: 40 }, (_, i) => `\n## Chapter ${i}\n\n${`word${i} `.repeat(200)}\n`);
  appendFileSync(join(directory, "docs/keeper.mdx"), long.join(""));
  ({ passages } = await book.index());
  await run();
  for (const texts of requests) expect(texts.join("").length).toBeLessThanOrEqual(16_000);
  expect(new Set(requests.flat()).size).toBe(passages);
});

test("whoever takes the search's tables back takes its vectors along", async () => {
  await run();
  await migrateTo(database.db, "0016-reports");
  const { rows } =
    await sql`select 1 from pg_class where relname in ('passage_embedding', 'embedding_model')`.execute(
      database.db,
    );
  expect(rows).toEqual([]);
});

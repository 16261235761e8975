import { pino } from "pino";
import { expect, test } from "vitest";
import { createBook } from "../src/book/book.ts";
import { migrateToLatest } from "../src/database/migrate.ts";
import { aboutTheAiSdk } from "./search-quality/ai-sdk-docs.ts";
import { aiSdkDocs, type PlacedBook, thisBook } from "./search-quality/books.ts";
import type { Pair } from "./search-quality/pairs.ts";
import { isHeldBack, measureQuality } from "./search-quality/recall.ts";
import { aboutThisBook } from "./search-quality/this-book.ts";
import { openEmptyDatabase } from "./support/database.ts";

async function findAll(place: () => PlacedBook, pairs: readonly Pair[]): Promise<Map<string, string[]>> {
  const { directory, remove } = place();
  const database = await openEmptyDatabase();
  try {
    await migrateToLatest(database.db);
    const book = createBook({ database: database.db, directory, log: pino({ level: "silent" }) });
    await book.index();
    const urls = new Set(
      (await database.db.selectFrom("passage").select("url").execute()).map(({ url }) => url),
    );
    for (const [, ...places] of pairs) for (const url of places) expect(urls).toContain(url);
    const found = new Map<string, string[]>();
    for (const [question] of pairs) {
      found.set(
        question,
        (await book.search(question, { limit: 10 })).map(({ url }) => url),
      );
    }
    return found;
  } finally {
    await database.close();
    remove();
  }
}

test("of 198 questions of readers, 85 in 100 have their answer among the first five places", {
  timeout: 120_000,
}, async () => {
  const found = new Map([
    ...(await findAll(thisBook, aboutThisBook)),
    ...(await findAll(aiSdkDocs, aboutTheAiSdk)),
  ]);
  const search = async (question: string) => found.get(question) ?? [];
  const all = [...aboutThisBook, ...aboutTheAiSdk];
  expect(all.length).toBe(198);
  expect((await measureQuality(all, search)).recall).toBeGreaterThanOrEqual(0.85);
  expect((await measureQuality(all.filter(isHeldBack), search)).recall).toBeGreaterThanOrEqual(0.85);
});

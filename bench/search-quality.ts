// The search beside two simple ones, on the same questions over the same two books.
import { sql } from "kysely";
import MiniSearch from "minisearch";
import { pino } from "pino";
import { createBook } from "../packages/server/src/book/book.ts";
import type { Database } from "../packages/server/src/database/database.ts";
import { embedded } from "../packages/server/src/database/database.ts";
import { migrateToLatest } from "../packages/server/src/database/migrate.ts";
import { startPglite } from "../packages/server/src/database/pglite.ts";
import { aboutTheAiSdk } from "../packages/server/tests/search-quality/ai-sdk-docs.ts";
import { aiSdkDocs, type PlacedBook, thisBook } from "../packages/server/tests/search-quality/books.ts";
import type { Pair } from "../packages/server/tests/search-quality/pairs.ts";
import { isHeldBack, measureQuality } from "../packages/server/tests/search-quality/recall.ts";
import { aboutThisBook } from "../packages/server/tests/search-quality/this-book.ts";
import { writeRow } from "./medians.ts";

type Search = (question: string) => Promise<readonly string[]>;

interface StoredPassage {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly heading: string;
  readonly text: string;
}

/** Looks at more than ten passages, because several can have one address. */
const passagesLookedAt = 40;

export async function measure(): Promise<void> {
  writeRow(["book", "search", "recall@5", "MRR", "recall@5, held back", "MRR, held back"]);
  await measureBook("this book", thisBook, aboutThisBook);
  await measureBook("AI SDK", aiSdkDocs, aboutTheAiSdk);
}

async function measureBook(name: string, place: () => PlacedBook, pairs: readonly Pair[]): Promise<void> {
  const { directory, remove } = place();
  const database = embedded(await startPglite(), "PGlite in memory");
  try {
    await migrateToLatest(database.db);
    const book = createBook({ database: database.db, directory, log: pino({ level: "silent" }) });
    await book.index();
    const passages = await database.db
      .selectFrom("passage")
      .innerJoin("bookPage", "bookPage.id", "passage.pageId")
      .select(["passage.id", "url", "title", "heading", "text"])
      .execute();
    const searches: Record<string, Search> = {
      Bookplate: async (question) => (await book.search(question, { limit: 10 })).map(({ url }) => url),
      MiniSearch: miniSearch(passages),
      LIKE: (question) => like(database.db, question),
    };
    for (const [kind, search] of Object.entries(searches)) {
      const all = await measureQuality(pairs, search);
      const held = await measureQuality(pairs.filter(isHeldBack), search);
      const figures = [all.recall, all.reciprocalRank, held.recall, held.reciprocalRank];
      writeRow([`${name}, ${pairs.length}`, kind, ...figures.map((figure) => figure.toFixed(2))]);
    }
  } finally {
    await database.close();
    remove();
  }
}

/** As its documentation sets it up for documents with titles: fields, boosts, prefixes and typos. */
function miniSearch(passages: readonly StoredPassage[]): Search {
  const index = new MiniSearch<StoredPassage>({
    fields: ["title", "heading", "text"],
    storeFields: ["url"],
    searchOptions: { boost: { heading: 2, title: 1.5 }, prefix: true, fuzzy: 0.2 },
  });
  index.addAll(passages);
  return async (question) => distinct(index.search(question).map(({ url }) => String(url)));
}

/** The passages that have the most of the question's words somewhere in them. */
async function like(db: Database, question: string): Promise<readonly string[]> {
  const words = question.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const { rows } = await sql<{ url: string }>`
    select p.url from passage p join book_page g on g.id = p.page_id
      cross join unnest(${words}::text[]) as w (word)
    where lower(g.title || ' ' || p.heading || ' ' || p.text) like '%' || w.word || '%'
    group by p.id, p.url order by count(*) desc, length(p.text) limit ${passagesLookedAt}::int
  `.execute(db);
  return distinct(rows.map(({ url }) => url));
}

const distinct = (urls: readonly string[]): string[] => [...new Set(urls)];

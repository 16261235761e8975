import { sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import { uuidv7 } from "../uuid.ts";
import type { Edition } from "./editions.ts";
import type { ListedPage } from "./pages.ts";
import type { Passage } from "./passages.ts";
import { readTokens, searchableText } from "./tokens.ts";

/** Rows of one insert stay far below the 65,535 parameters that Postgres takes. */
const rowsPerInsert = 500;

/** A page whose file was read and split. */
export interface SplitPage {
  readonly page: ListedPage;
  readonly hash: string;
  /** What its front matter says about it. */
  readonly summary: string;
  readonly passages: readonly Passage[];
}

/** Lets one node write at a time, until the transaction ends. */
export async function lockIndex(trx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('bookplate.passage'))`.execute(trx);
}

/** The hash that each page in the index was read at, by its path. */
export async function findPageHashes(
  db: Database | Transaction,
  permalinks?: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("bookPage")
    .select(["permalink", "hash"])
    .$if(permalinks !== undefined, (query) => query.where("permalink", "in", permalinks ?? []))
    .execute();
  return new Map(rows.map(({ permalink, hash }) => [permalink, hash]));
}

/** Takes pages with their passages out, and their stems out of the counts. */
export async function deletePages(trx: Transaction, permalinks: readonly string[]): Promise<void> {
  if (permalinks.length === 0) return;
  const pages = trx.selectFrom("bookPage").select("id").where("permalink", "in", permalinks);
  await countLexemes(
    trx,
    (await pages.execute()).map(({ id }) => id),
    -1,
  );
  await trx.deleteFrom("bookPage").where("permalink", "in", permalinks).execute();
  await trx.deleteFrom("bookLexeme").where("passages", "<=", 0).execute();
}

export async function insertPages(trx: Transaction, pages: readonly SplitPage[]): Promise<void> {
  if (pages.length === 0) return;
  const rows = pages.map((split) => ({ ...split, id: uuidv7() }));
  await trx
    .insertInto("bookPage")
    .values(rows.map(({ id, hash, page }) => ({ id, hash, ...page })))
    .execute();
  const passages = rows.flatMap(({ id, page, summary, passages }) =>
    passages.map(({ ancestors, ...passage }) => ({
      ...passage,
      id: uuidv7(),
      pageId: id,
      search: searchVector(page.configuration, [
        ["A", passage.heading],
        ["B", [page.title, ...ancestors].join(" ")],
        ["C", passage.text],
        // The page as a whole is found by it; every passage of it would be one too many.
        ["D", passage.position === 0 ? summary : ""],
      ]),
    })),
  );
  for (let start = 0; start < passages.length; start += rowsPerInsert) {
    await trx
      .insertInto("passage")
      .values(passages.slice(start, start + rowsPerInsert))
      .execute();
  }
  await countLexemes(
    trx,
    rows.map(({ id }) => id),
    1,
  );
  await insertWords(trx, pages);
}

/** Adds the stems of pages to the counts, or takes them away. In the order of their names, so that nobody waits in a circle. */
async function countLexemes(trx: Transaction, pageIds: readonly string[], sign: 1 | -1): Promise<void> {
  await sql`
    insert into book_lexeme (configuration, lexeme, passages)
    select g.configuration, l.lexeme, (${sign}::int * count(*))::int
    from book_page g join passage p on p.page_id = g.id
      cross join lateral unnest(tsvector_to_array(p.search)) as l (lexeme)
    where g.id = any(${pageIds}::uuid[]) group by 1, 2
    on conflict (configuration, lexeme) do update set passages = book_lexeme.passages + excluded.passages
  `.execute(trx);
}

/** Words that a reader may misspell: letters, neither very short nor very long. */
const misspellable = /^[\p{L}\p{M}]{4,30}$/u;

async function insertWords(trx: Transaction, pages: readonly SplitPage[]): Promise<void> {
  const words = new Map<string, Set<string>>();
  for (const { page, passages } of pages) {
    const known = words.get(page.configuration) ?? new Set();
    words.set(page.configuration, known);
    for (const { heading, text } of passages) {
      for (const { word, pair } of readTokens(`${page.title} ${heading} ${text}`)) {
        if (!pair && misspellable.test(word)) known.add(word);
      }
    }
  }
  for (const [configuration, known] of words) {
    await sql`
      insert into book_word (configuration, word, lexeme)
      select ${configuration}::text, w.word, l.lexeme
      from unnest(${[...known]}::text[]) as w (word)
        cross join lateral unnest(tsvector_to_array(to_tsvector(${configuration}::text::regconfig, w.word))) as l (lexeme)
      on conflict do nothing
    `.execute(trx);
  }
}

function searchVector(configuration: string, parts: readonly (readonly [weight: string, text: string])[]) {
  const vectors = parts.map(
    ([weight, text]) =>
      sql`setweight(to_tsvector(${configuration}::text::regconfig, ${searchableText(text)}::text), ${weight})`,
  );
  return sql<string>`${sql.join(vectors, sql` || `)}`;
}

export async function countPassages(
  db: Database | Transaction,
): Promise<{ pages: number; passages: number }> {
  return db
    .selectFrom("passage")
    .select([
      sql<number>`count(distinct page_id)::int`.as("pages"),
      sql<number>`count(*)::int`.as("passages"),
    ])
    .executeTakeFirstOrThrow();
}

/** The editions in the index, with the number of passages that each has. */
export async function findEditions(db: Database): Promise<Edition[]> {
  return db
    .selectFrom("bookPage")
    .innerJoin("passage", "passage.pageId", "bookPage.id")
    .select(["locale", "section", "version", "latest", "configuration"])
    .select(sql<number>`count(*)::int`.as("passages"))
    .groupBy(["locale", "section", "version", "latest", "configuration"])
    .execute();
}

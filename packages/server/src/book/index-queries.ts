import { sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import { uuidv7 } from "../uuid.ts";
import type { Edition } from "./editions.ts";
import type { SplitPage } from "./split-page.ts";

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
  await insertPassages(trx, rows);
  await countLexemes(
    trx,
    rows.map(({ id }) => id),
    1,
  );
  await insertWords(trx, pages);
  await tidyIndexes(trx);
}

/** In columns rather than rows: one statement of the same shape for any number of passages. */
async function insertPassages(
  trx: Transaction,
  pages: readonly (SplitPage & { readonly id: string })[],
): Promise<void> {
  const rows = pages.flatMap(({ id: pageId, page: { configuration }, passages }) =>
    passages.map((passage) => ({ ...passage, pageId, configuration, id: uuidv7() })),
  );
  const part = (weight: "a" | "b" | "c" | "d") =>
    sql`setweight(to_tsvector(configuration, ${sql.ref(weight)}), ${sql.lit(weight.toUpperCase())})`;
  await sql`
    insert into passage (id, page_id, position, url, heading, text, search)
    select id, page_id, position, url, heading, text,
      ${part("a")} || ${part("b")} || ${part("c")} || case when d = '' then '' else ${part("d")} end
    from unnest(
      ${rows.map(({ id }) => id)}::uuid[],
      ${rows.map(({ pageId }) => pageId)}::uuid[],
      ${rows.map(({ position }) => position)}::int[],
      ${rows.map(({ url }) => url)}::text[],
      ${rows.map(({ heading }) => heading)}::text[],
      ${rows.map(({ text }) => text)}::text[],
      ${rows.map(({ configuration }) => configuration)}::regconfig[],
      ${rows.map(({ searchable }) => searchable.a)}::text[],
      ${rows.map(({ searchable }) => searchable.b)}::text[],
      ${rows.map(({ searchable }) => searchable.c)}::text[],
      ${rows.map(({ searchable }) => searchable.d)}::text[]
    ) as p (id, page_id, position, url, heading, text, configuration, a, b, c, d)
  `.execute(trx);
}

/**
 * New entries of these indexes wait in a list, which makes writing several times as fast; searches read the list from
 * end to end, so none is left over. Of a role that may not do this, Postgres does it in time.
 */
async function tidyIndexes(trx: Transaction): Promise<void> {
  await sql`
    select gin_clean_pending_list(oid) from pg_class
    where oid in (to_regclass('passage_by_search'), to_regclass('passage_by_heading'), to_regclass('book_word_by_likeness'))
      and pg_has_role(relowner, 'usage')
  `.execute(trx);
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

async function insertWords(trx: Transaction, pages: readonly SplitPage[]): Promise<void> {
  const known = Map.groupBy(pages, ({ page }) => page.configuration);
  for (const [configuration, ofLanguage] of known) {
    const words = [...new Set(ofLanguage.flatMap(({ words }) => [...words]))];
    await sql`
      insert into book_word (configuration, word, lexeme)
      select ${configuration}::text, w.word, l.lexeme
      from unnest(${words}::text[]) as w (word)
        cross join lateral unnest(tsvector_to_array(to_tsvector(${configuration}::text::regconfig, w.word))) as l (lexeme)
      where not exists (select from book_word b where b.configuration = ${configuration}::text and b.word = w.word)
      on conflict do nothing
    `.execute(trx);
  }
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

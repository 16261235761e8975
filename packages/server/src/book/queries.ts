import { sql } from "kysely";
import type { Database } from "../database/database.ts";
import { type Edition, editionKeys } from "./editions.ts";
import type { LikelyWord } from "./typos.ts";

/** What a question is about, in the words of the index. Any of its stems will do. */
export interface Term {
  readonly lexemes: readonly string[];
  /** All weights of a question add up to 1. */
  readonly weight: number;
}

/** Words that stand side by side in the question. */
export interface Phrase {
  readonly query: string;
  readonly weight: number;
}

/** What a word counts where it stands: what the page says of itself, in the text, in a title above, in the heading. */
const places = "{0.4, 0.4, 0.6, 1}";
/** The most that `ts_rank` gives for a word in a heading; more often makes little difference. */
const onceInHeading = sql.lit(0.61);
/** Words side by side as in the question count so much more than apart. */
const phraseWeight = sql.lit(0.3);
/** Long passages have many words by chance: how much of the rank depends on that. */
const lengthWeight = sql.lit(0.3);
const usualLength = sql.lit(70);
/** How much of the rank depends on how many of the question's words there are. */
const coverageWeight = sql.lit(0.6);
/** How much of the rank depends on how much of the heading the question has: `What is a passkey?` asks for that one. */
const headingShareWeight = sql.lit(0.3);
/** The page that the reader is on. */
const ownPageFactor = sql.lit(1.25);

export interface RankedPassage {
  readonly url: string;
  readonly pageTitle: string;
  readonly heading: string;
  readonly text: string;
  /** From 0 to 1: how well the passage fits the weighted terms. */
  readonly rank: number;
  /** From 0 to 1: the share of the terms, by weight, that the passage has. */
  readonly coverage: number;
}

/** So many passages with a word are all looked at; of more, those that have other words of the question, too. */
const fewPassages = 400;
/** Per further way to find passages. */
const passagesPerWay = 200;
/** The best so many are looked at again, for words that stand side by side. */
const closerLook = 60;

/** The stem of each word, and in how many passages it is; words that mean nothing in their language have none. */
export async function findLexemes(
  db: Database,
  configuration: string,
  words: readonly string[],
): Promise<{ word: string; lexeme: string; passages: number }[]> {
  const { rows } = await sql<{ word: string; lexeme: string; passages: number }>`
    select w.word, l.lexeme, coalesce(b.passages, 0) as passages
    from unnest(${words}::text[]) as w (word)
      cross join lateral unnest(tsvector_to_array(to_tsvector(${configuration}::text::regconfig, w.word))) as l (lexeme)
      left join book_lexeme b on b.configuration = ${configuration}::text and b.lexeme = l.lexeme
  `.execute(db);
  return rows;
}

/** The words of the book that look most like each of these. Needs the extension pg_trgm. */
export async function findLikelyWords(
  db: Database,
  configuration: string,
  words: readonly string[],
): Promise<(LikelyWord & { misspelt: string })[]> {
  const { rows } = await sql<LikelyWord & { misspelt: string }>`
    select m.misspelt, c.word, c.lexeme, b.passages
    from unnest(${words}::text[]) as m (misspelt)
      cross join lateral (
        select word, lexeme from book_word
        where configuration = ${configuration}::text and word % m.misspelt
        order by similarity(word, m.misspelt) desc, word limit 20
      ) c
      join book_lexeme b on b.configuration = ${configuration}::text and b.lexeme = c.lexeme
  `.execute(db);
  return rows;
}

/** Where a page is read; nothing if the index does not know it. */
export async function findPlace(
  db: Database,
  path: string,
): Promise<{ locale: string; section: string; version: string } | undefined> {
  return db
    .selectFrom("bookPage")
    .select(["locale", "section", "version"])
    .where("permalink", "in", [path, `${path}/`])
    .executeTakeFirst();
}

export async function hasTrigrams(db: Database): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_extension where extname = 'pg_trgm'`.execute(db);
  return rows.length > 0;
}

/**
 * The passages that fit the terms best, best first. The rank of each term counts by its weight, so that one
 * rare word outweighs many common ones.
 *
 * @param terms - rarest first, with the number of passages that each is in
 * @param options.editions - nothing: the index has no others
 */
export async function rankPassages(
  db: Database,
  terms: readonly (Term & { readonly passages: number })[],
  options: {
    configuration: string;
    editions: readonly Edition[] | undefined;
    preferredPath: string | undefined;
    limit: number;
    phrases: readonly Phrase[];
  },
): Promise<RankedPassage[]> {
  const { preferredPath, limit, phrases } = options;
  const pages = pagesOf(options);
  const ways = waysToFind(terms).map(({ column, query, most }, place) => {
    const name = sql.raw(`way_${place}`);
    return {
      // Planned as if all were wanted, by the index; a plan for the first few would look for them page by page.
      all: sql`${name} as materialized (select id, search from passage where ${column} @@ ${query}::tsquery ${pages})`,
      some: sql`(select id, search from ${name} limit ${most}::int)`,
    };
  });
  // Queries are read once, not once per passage: that is what the materialised lists are for. Candidates are
  // materialised, so that no term is looked up in the index once more: a common one has a share of the book.
  const { rows } = await sql<RankedPassage>`
    with ${sql.join(ways.map(({ all }) => all))},
    candidate as materialized (
      select distinct on (id) id, search from (${sql.join(
        ways.map(({ some }) => some),
        sql` union all `,
      )}) as found
    ),
    term as materialized (
      select query::tsquery as query, weight, spellings
      from unnest(${terms.map(queryOf)}::text[], ${terms.map(({ weight }) => weight)}::float8[],
        ${terms.map(({ lexemes }) => lexemes.length)}::int[]) as t (query, weight, spellings)
    ),
    phrase as materialized (
      select query::tsquery as query, weight
      from unnest(${phrases.map(({ query }) => query)}::text[],
        ${phrases.map(({ weight }) => weight)}::float8[]) as t (query, weight)
    ),
    best as materialized (
      select id, search, coverage, fit
      from candidate cross join lateral (
        select sum(weight) as coverage,
          sum(weight * least(1, spellings * ts_rank(${places}::float4[], search, query) / ${onceInHeading})) as fit
        from term where search @@ term.query
      ) as scored
      order by fit * (1 - ${coverageWeight} + ${coverageWeight} * coverage) desc, id limit ${closerLook}::int
    ),
    ranked as (
      select p.id, p.page_id, p.url, p.heading, p.text, best.coverage,
        (fit + ${phraseWeight} * coalesce((select sum(weight) from phrase where p.search @@ phrase.query), 0))
          / (1 - ${lengthWeight} + ${lengthWeight} * least(length(p.search), 250) / ${usualLength}::float8)
          * (1 - ${coverageWeight} + ${coverageWeight} * best.coverage)
          * (1 - ${headingShareWeight} + ${headingShareWeight} * least(1, (
              select count(*) from term where ts_filter(p.search, '{a}') @@ term.query
            )::float8 / greatest(1, length(ts_filter(p.search, '{a}')))))
          * case when split_part(url, '#', 1) = ${preferredPath ?? null}::text then ${ownPageFactor} else 1 end
          as score
      from best join passage p using (id)
    ),
    -- A long section is several passages with one address; its best one speaks for it.
    first as (select distinct on (url) * from ranked order by url, score desc, id)
    select f.url, g.title as page_title, f.heading, f.text, least(score, 1)::float8 as rank, coverage::float8
    from first f join book_page g on g.id = f.page_id
    order by f.score desc, f.id limit ${limit}::int
  `.execute(db);
  return rows;
}

/**
 * Which passages are looked at. All that have one of the rare words; of those that have common words only the ones
 * that have several of them, or have them in their heading. Each way is bounded, and with them the time.
 */
function waysToFind(terms: readonly (Term & { passages: number })[]) {
  let sum = 0;
  const common = terms.findIndex(({ passages }) => {
    sum += passages;
    return sum > fewPassages;
  });
  const queries = terms.map(queryOf);
  const text = sql`search`;
  const heading = sql`ts_filter(search, '{a}')`;
  if (common < 0) return [{ column: text, query: anyOf(queries), most: fewPassages }];
  const [first = "", ...others] = queries.slice(0, 4);
  const ways = [
    { column: text, query: allOf(queries.slice(0, 4)), most: passagesPerWay },
    { column: heading, query: pairsOf(queries.slice(0, 4)), most: passagesPerWay },
  ];
  if (common > 0)
    return [...ways, { column: text, query: anyOf(queries.slice(0, common)), most: fewPassages }];
  const ofFirst = { column: heading, query: first, most: passagesPerWay };
  if (others.length === 0) return [{ ...ofFirst, column: text }, ofFirst];
  return [...ways, ofFirst, { column: text, query: allOf([first, anyOf(others)]), most: passagesPerWay }];
}

function pagesOf({
  editions,
  configuration,
}: {
  editions: readonly Edition[] | undefined;
  configuration: string;
}) {
  if (editions === undefined) return sql``;
  return sql`and page_id in (
    select id from book_page where configuration = ${configuration}::text
      and jsonb_build_array(locale, section, version) = any(${editionKeys(editions)}::jsonb[])
  )`;
}

/** Two terms of a question, one after the other or with a word in between. */
export function phraseOf(one: Term, other: Term): Phrase {
  const [first, second] = [one, other].map(queryOf);
  return {
    query: `(${first} <-> ${second}) | (${first} <2> ${second})`,
    weight: (one.weight + other.weight) / 2,
  };
}

const queryOf = ({ lexemes }: Term): string => anyOf(lexemes.map(quote));

/** A lexeme as a query of its own, whatever characters it has. */
function quote(lexeme: string): string {
  return `'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}

const anyOf = (queries: readonly string[]) => `(${queries.join(" | ")})`;
const allOf = (queries: readonly string[]) => `(${queries.join(" & ")})`;

/** Any two of them. Nested, which the index answers faster than a list of all pairs. */
function pairsOf([one = "", ...others]: readonly string[]): string {
  if (others.length === 0) return one;
  const withOne = allOf([one, anyOf(others)]);
  return others.length === 1 ? withOne : anyOf([withOne, pairsOf(others)]);
}

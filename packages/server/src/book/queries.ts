import { sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import { uuidv7 } from "../uuid.ts";
import type { Passage } from "./passages.ts";
import { onlyWords } from "./words.ts";

/** Rows of one insert stay far below the 65,535 parameters that Postgres takes. */
const rowsPerInsert = 500;

export interface RankedPassage {
  readonly url: string;
  readonly pageTitle: string;
  readonly heading: string;
  readonly text: string;
  /** From 0 to 1: how well the passage fits the weighted words. */
  readonly rank: number;
  /** From 0 to 1: the share of the words, by weight, that the passage has. */
  readonly coverage: number;
}

/** Lets one node index at a time, until the transaction ends. */
export async function lockIndex(trx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('bookplate.passage'))`.execute(trx);
}

/** The files in the index, with the hash that each was read at. */
export async function findSources(db: Database | Transaction): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("passage")
    .select(["source", "sourceHash"])
    .where("position", "=", 0)
    .execute();
  return new Map(rows.map(({ source, sourceHash }) => [source, sourceHash]));
}

export async function deleteSources(trx: Transaction, sources: readonly string[]): Promise<void> {
  if (sources.length === 0) return;
  await trx.deleteFrom("passage").where("source", "in", sources).execute();
}

export async function insertPassages(
  trx: Transaction,
  page: { source: string; sourceHash: string; title: string },
  passages: readonly Passage[],
): Promise<void> {
  for (let start = 0; start < passages.length; start += rowsPerInsert) {
    const rows = passages.slice(start, start + rowsPerInsert).map(({ ancestors, ...passage }) => ({
      ...passage,
      id: uuidv7(),
      source: page.source,
      sourceHash: page.sourceHash,
      pageTitle: page.title,
      search: searchVector(passage.heading, [page.title, ...ancestors].join(" "), passage.text),
    }));
    await trx.insertInto("passage").values(rows).execute();
  }
}

/** Weights: A the heading, B the page and the headings above, C the text, D every word unstemmed. */
function searchVector(heading: string, context: string, text: string) {
  const [a, b, c] = [heading, context, text].map(onlyWords);
  return sql<string>`
    setweight(to_tsvector('english', ${a}::text), 'A') || setweight(to_tsvector('english', ${b}::text), 'B') ||
    setweight(to_tsvector('english', ${c}::text), 'C') || setweight(to_tsvector('simple', ${`${a} ${b} ${c}`}::text), 'D')`;
}

export async function countPassages(
  db: Database | Transaction,
): Promise<{ pages: number; passages: number }> {
  const row = await db
    .selectFrom("passage")
    .select([sql<number>`count(distinct source)::int`.as("pages"), sql<number>`count(*)::int`.as("passages")])
    .executeTakeFirstOrThrow();
  return row;
}

/**
 * The words of a question as the index knows them, rarest first, with the number of passages that have
 * each. Words that carry no meaning in English are left out, unless there are no others.
 */
export async function findLexemes(
  db: Database,
  question: string,
): Promise<{ lexeme: string; passages: number }[]> {
  const { rows } = await sql<{ lexeme: string; passages: number }>`
    with english as (select tsvector_to_array(to_tsvector('english', ${question}::text)) as lexemes),
    known as (
      select case when cardinality(lexemes) > 0 then lexemes
        else tsvector_to_array(to_tsvector('simple', ${question}::text)) end as lexemes from english
    ),
    lexeme as (select unnest(lexemes) as lexeme from known)
    select lexeme, (select count(*)::int from passage where search @@ ${quoted("lexeme")}) as passages
    from lexeme order by passages, lexeme
  `.execute(db);
  return rows;
}

/**
 * The passages with any of the lexemes, best first. The rank of each lexeme counts by its weight, so
 * that one rare word outweighs many common ones.
 */
export async function rankPassages(
  db: Database,
  lexemes: readonly { lexeme: string; weight: number }[],
  options: { preferredPath: string | undefined; limit: number },
): Promise<RankedPassage[]> {
  const { preferredPath, limit } = options;
  const weights = sql`'{0.01, 0.4, 0.6, 1.0}'::float4[]`;
  const preferred = sql`case when split_part(url, '#', 1) = ${preferredPath ?? null}::text then 1.25 else 1 end`;
  const { rows } = await sql<RankedPassage>`
    with term as (
      select ${quoted("lexeme")} as query, weight
      from unnest(${lexemes.map(({ lexeme }) => lexeme)}::text[], ${lexemes.map(({ weight }) => weight)}::float8[])
        as t (lexeme, weight)
    ),
    anything as (select string_agg(query::text, ' | ')::tsquery as query from term),
    candidate as (
      select id, url, page_title, heading, text, search
      from passage where search @@ (select query from anything)
      order by ts_rank(${weights}, search, (select query from anything)) desc limit 200
    ),
    ranked as (
      select id, url, page_title, heading, text,
        sum(weight * ts_rank(${weights}, search, term.query)) / 0.61 * ${preferred} as rank,
        coalesce(sum(weight) filter (where search @@ term.query), 0) as coverage
      from candidate cross join term
      group by id, url, page_title, heading, text
    )
    select url, page_title, heading, text, least(rank, 1)::float8 as rank, coverage::float8 as coverage
    from ranked order by ranked.rank desc, id limit ${limit}::int
  `.execute(db);
  return rows;
}

/** A lexeme as a query of its own, whatever characters it has. */
function quoted(column: string) {
  return sql`('''' || replace(replace(${sql.ref(column)}, '\\', '\\\\'), '''', '''''') || '''')::tsquery`;
}

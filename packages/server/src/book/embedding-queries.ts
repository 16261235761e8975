import { sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import { type Edition, editionKeys } from "./editions.ts";
import type { Vector } from "./embedding-model.ts";

/** A text that is to become a vector. */
export interface PendingPassage {
  readonly id: string;
  readonly text: string;
}

/** A passage that is near a question, with the address that it is found at. */
export interface NearPassage {
  readonly url: string;
  readonly pageTitle: string;
  readonly heading: string;
  readonly text: string;
  /** The cosine of the angle to the question. */
  readonly similarity: number;
  /** What questions about something else reach. */
  readonly noise: number;
}

/** How many of the nearest are looked at; long sections are several of them. */
const mostNear = 60;

/**
 * Makes the extension and its tables where that is possible. Not a migration: the extension may be installed later,
 * and most books never need it.
 *
 * @returns whether they are there
 */
export async function makeEmbeddingTables(trx: Transaction): Promise<boolean> {
  await sql`do $$ begin create extension if not exists vector; exception when others then null; end $$`.execute(
    trx,
  );
  const { rows } = await sql`select 1 from pg_extension where extname = 'vector'`.execute(trx);
  if (rows.length === 0) return false;
  const statements = [
    // Of any length: it is the model's.
    `create table if not exists passage_embedding (
      passage_id uuid not null references passage (id) on delete cascade,
      model text not null,
      dimensions integer not null,
      embedding vector not null,
      primary key (passage_id, model)
    ) with (toast_tuple_target = 8160)`,
    // A search reads all of them: they stay in the row as long as they fit.
    `alter table passage_embedding alter column embedding set storage main`,
    `create table if not exists embedding_model (
      name text primary key,
      dimensions integer not null,
      noise float8 not null
    )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(trx);
  return true;
}

/** Whether the extension is installed, or could be. */
export async function canHaveVectors(db: Database): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_available_extensions where name = 'vector'`.execute(db);
  return rows.length > 0;
}

/**
 * Passages without a vector of this model and length, in the order of their ids.
 *
 * @param after - the id of the last one that was seen
 */
export async function findPending(
  db: Database,
  { name, dimensions }: { name: string; dimensions: number },
  most: number,
  after: string | undefined,
): Promise<PendingPassage[]> {
  const { rows } = await sql<PendingPassage>`
    select p.id, concat_ws(E'\n', g.title, nullif(p.heading, g.title), p.text) as text
    from passage p join book_page g on g.id = p.page_id
    where not exists (select 1 from passage_embedding e where e.passage_id = p.id
      and e.model = ${name}::text and e.dimensions = ${dimensions}::int)
      and (${after ?? null}::uuid is null or p.id > ${after ?? null}::uuid)
    order by p.id limit ${most}::int
  `.execute(db);
  return rows;
}

/** Passages that have left the book in the meantime are left out. */
export async function insertEmbeddings(
  trx: Transaction,
  model: string,
  embedded: readonly (Vector & { readonly id: string })[],
): Promise<void> {
  await sql`
    insert into passage_embedding (passage_id, model, dimensions, embedding)
    select p.id, ${model}::text, n.dimensions, n.embedding::vector
    from unnest(${embedded.map(({ id }) => id)}::uuid[], ${embedded.map(({ dimensions }) => dimensions)}::int[],
        ${embedded.map(({ text }) => text)}::text[]) as n (id, dimensions, embedding)
      join passage p on p.id = n.id
    order by p.id for key share of p
    on conflict (passage_id, model) do update
      set dimensions = excluded.dimensions, embedding = excluded.embedding
  `.execute(trx);
}

/** How near each of some vectors comes to the book at best. */
export async function findNearest(
  db: Database,
  model: string,
  vectors: readonly Vector[],
): Promise<number[]> {
  const { rows } = await sql<{ similarity: number }>`
    select near.similarity
    from unnest(${vectors.map(({ text }) => text)}::text[]) as v (embedding)
      cross join lateral (
        select max(-(e.embedding <#> v.embedding::vector)) as similarity from passage_embedding e
        where e.model = ${model}::text and e.dimensions = ${vectors[0]?.dimensions ?? 0}::int
      ) near
    where near.similarity is not null
  `.execute(db);
  return rows.map(({ similarity }) => similarity);
}

export async function findModel(
  db: Database,
  name: string,
): Promise<{ dimensions: number; noise: number } | undefined> {
  const { rows } = await sql<{ dimensions: number; noise: number }>`
    select dimensions, noise from embedding_model where name = ${name}::text
  `.execute(db);
  return rows[0];
}

/** From now on questions are compared with this model's vectors; those of models before it go. */
export async function putModel(
  trx: Transaction,
  name: string,
  { dimensions, noise }: { dimensions: number; noise: number },
): Promise<void> {
  await sql`
    insert into embedding_model (name, dimensions, noise) values (${name}::text, ${dimensions}::int, ${noise}::float8)
    on conflict (name) do update set dimensions = excluded.dimensions, noise = excluded.noise
  `.execute(trx);
  await sql`delete from embedding_model where name <> ${name}::text`.execute(trx);
  await sql`delete from passage_embedding where model <> ${name}::text`.execute(trx);
}

/** The passages nearest to a question, nearest first; none until the model has read the whole book once. */
export async function findNear(
  db: Database,
  model: string,
  { text, dimensions }: Vector,
  editions: readonly Edition[] | undefined,
): Promise<NearPassage[]> {
  const pages =
    editions === undefined
      ? sql``
      : sql`join passage p on p.id = e.passage_id join book_page g on g.id = p.page_id
          and jsonb_build_array(g.locale, g.section, g.version) = any(${editionKeys(editions)}::jsonb[])`;
  const { rows } = await sql<NearPassage>`
    select p.url, g.title as page_title, p.heading, p.text, near.similarity, m.noise
    from embedding_model m
      cross join lateral (
        select e.passage_id, -(e.embedding <#> ${text}::vector) as similarity
        from passage_embedding e ${pages}
        where e.model = m.name and e.dimensions = m.dimensions
        order by e.embedding <#> ${text}::vector limit ${mostNear}::int
      ) near
      join passage p on p.id = near.passage_id
      join book_page g on g.id = p.page_id
    where m.name = ${model}::text and m.dimensions = ${dimensions}::int
    order by near.similarity desc, p.id
  `.execute(db);
  return rows;
}

// The book's passages with the edition and the language that each belongs to, and the words that they are made of.
import { type Kysely, sql } from "kysely";

// Passages are derived from the book's files: the next start reads all of them again.
const statements = [
  `drop table passage`,
  `create table book_page (
    id uuid primary key,
    permalink text not null unique,
    source text not null,
    hash text not null,
    title text not null,
    locale text not null,
    section text not null,
    version text not null,
    latest boolean not null,
    configuration text not null
  )`,
  `create table passage (
    id uuid primary key,
    page_id uuid not null references book_page (id) on delete cascade,
    position integer not null,
    url text not null,
    heading text not null,
    text text not null,
    search tsvector not null,
    unique (page_id, position)
  ) with (toast_tuple_target = 8160)`,
  // A search reads this column of hundreds of rows: it stays in the row and uncompressed as long as it fits.
  `alter table passage alter column search set storage main`,
  `create index passage_by_search on passage using gin (search)`,
  // Headings alone: where every word of a question is a common one, they still tell passages apart.
  `create index passage_by_heading on passage using gin (ts_filter(search, '{a}'))`,
  `create table book_lexeme (
    configuration text not null,
    lexeme text not null,
    passages integer not null,
    primary key (configuration, lexeme)
  )`,
  `create table book_word (
    configuration text not null,
    word text not null,
    lexeme text not null,
    primary key (configuration, word)
  )`,
  // Not every role may create extensions, and not every Postgres has them: then misspelt words are not mended.
  `do $$ begin
    create extension if not exists pg_trgm;
    create index book_word_by_likeness on book_word using gin (word gin_trgm_ops);
  exception when others then null; end $$`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  // Made where an embeddings model is set, for passages.
  await sql.raw("drop table if exists passage_embedding, embedding_model").execute(db);
  for (const table of ["book_word", "book_lexeme", "passage", "book_page"]) {
    await sql.raw(`drop table ${table}`).execute(db);
  }
  await sql
    .raw(
      `create table passage (
        id uuid primary key,
        source text not null,
        position integer not null,
        url text not null,
        page_title text not null,
        heading text not null,
        text text not null,
        source_hash text not null,
        search tsvector not null,
        unique (source, position)
      )`,
    )
    .execute(db);
  await sql.raw(`create index passage_by_search on passage using gin (search)`).execute(db);
}

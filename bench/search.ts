// How long a search takes in a very large book, and what its index costs.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { pino } from "pino";
import { createBook } from "../packages/server/src/book/book.ts";
import { Secret } from "../packages/server/src/config/secret.ts";
import { type OpenDatabase, openDatabase } from "../packages/server/src/database/database.ts";
import { migrateToLatest } from "../packages/server/src/database/migrate.ts";
import { aboutTheAiSdk } from "../packages/server/tests/search-quality/ai-sdk-docs.ts";
import { aboutThisBook } from "../packages/server/tests/search-quality/this-book.ts";
import { repositoryRoot } from "../scripts/repository-paths.mjs";
import { writeLargeBook } from "./large-book.ts";
import { describeMachine, writeRow } from "./medians.ts";
import { startPinnedPostgres } from "./pinned.ts";

const rounds = 10;
/** Searches that are on their way at any time: one tells what a search costs, two how they share a core. */
const crowds = [1, 2];

/** @param given - how many passages; 100,000 unless said */
export async function measure([passages = "100000"]: readonly string[]): Promise<void> {
  process.stdout.write(`${describeMachine()}\n`);
  const postgres = await startPinnedPostgres();
  const directory = mkdtempSync(join(tmpdir(), "bookplate-large-book-"));
  try {
    const sources = ["book/docs", "node_modules/ai/docs"].map((folder) => join(repositoryRoot, folder));
    writeLargeBook(directory, sources, Number(passages));
    const url = new Secret(postgres.create("book"));
    const database = await openDatabase({ kind: "postgres", url, directUrl: url });
    await migrateToLatest(database.db);
    await measureSearch(database, directory);
    await database.close();
  } finally {
    rmSync(directory, { recursive: true, force: true });
    await postgres.stop();
  }
}

async function measureSearch(database: OpenDatabase, directory: string): Promise<void> {
  const book = createBook({ database: database.db, directory, log: pino({ level: "silent" }) });
  const [size, first] = await timed(() => book.index());
  const [, again] = await timed(() => book.index());
  await sql`vacuum analyze`.execute(database.db);
  const { rows } = await sql<{ megabytes: number }>`
    select round(sum(pg_total_relation_size(c.oid)) / 1e6)::int as megabytes
    from pg_class c where relname in ('book_page', 'passage', 'book_lexeme', 'book_word')
  `.execute(database.db);
  writeRow(["passages", "pages", "MB", "first index, s", "nothing changed, s"]);
  writeRow([size.passages, size.pages, rows[0]?.megabytes ?? 0, seconds(first), seconds(again)].map(String));

  const questions = [...aboutThisBook, ...aboutTheAiSdk].map(([question]) => question);
  for (const question of questions) await book.search(question, { limit: 6 });
  writeRow(["at once", "searches", "p50, ms", "p95, ms", "p99, ms", "longest, ms"]);
  for (const atOnce of crowds) await measureCrowd(book, questions, atOnce);
}

async function measureCrowd(
  book: ReturnType<typeof createBook>,
  questions: readonly string[],
  atOnce: number,
): Promise<void> {
  const queue = Array.from({ length: rounds }, () => questions).flat();
  const took: number[] = [];
  const search = async () => {
    for (let question = queue.pop(); question !== undefined; question = queue.pop()) {
      const asked = question;
      const [, ms] = await timed(() => book.search(asked, { limit: 6 }));
      took.push(ms);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, search));
  took.sort((one, other) => one - other);
  const at = (share: number) => (took[Math.floor(share * (took.length - 1))] ?? 0).toFixed(1);
  writeRow([String(atOnce), String(took.length), at(0.5), at(0.95), at(0.99), at(1)]);
}

async function timed<T>(act: () => Promise<T>): Promise<[T, number]> {
  const before = performance.now();
  return [await act(), performance.now() - before];
}

const seconds = (ms: number) => (ms / 1_000).toFixed(1);

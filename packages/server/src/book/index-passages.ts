import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { readPages, readSource } from "./pages.ts";
import { readPassages } from "./passages.ts";
import * as queries from "./queries.ts";

/** What the index holds. */
export interface IndexSize {
  readonly pages: number;
  readonly passages: number;
}

/**
 * Brings the index to the state of the book's files: changed ones are split again, vanished ones leave.
 * Without a list of pages nothing is touched, so that searching goes on while the book is built.
 */
export async function indexPassages(database: Database, directory: string): Promise<IndexSize> {
  const pages = await readPages(directory);
  if (!pages) return queries.countPassages(database);

  // Files are read and split before the transaction, which then holds the lock for moments only.
  const read = await Promise.all(
    pages.map(async (page) => ({ page, file: await readSource(directory, page) })),
  );
  const current = read.flatMap(({ page, file }) => {
    const passages = file ? readPassages(page, file.markdown) : [];
    // A page without text has no row that could remember its hash.
    return file && passages.length > 0 ? [{ page, hash: file.hash, passages }] : [];
  });

  return inTransaction(database, async (trx) => {
    await queries.lockIndex(trx);
    const indexed = await queries.findSources(trx);
    const changed = current.filter(({ page, hash }) => indexed.get(page.source) !== hash);
    const wanted = new Set(current.map(({ page }) => page.source));
    const gone = [...indexed.keys()].filter((source) => !wanted.has(source));
    await queries.deleteSources(trx, [...gone, ...changed.map(({ page }) => page.source)]);
    for (const { page, hash, passages } of changed) {
      await queries.insertPassages(
        trx,
        { source: page.source, sourceHash: hash, title: page.title },
        passages,
      );
    }
    return queries.countPassages(trx);
  });
}

import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { readSummary } from "./front-matter.ts";
import * as queries from "./index-queries.ts";
import { type ListedPage, readPages, readSource } from "./pages.ts";
import { readPassages } from "./passages.ts";

/** What the index holds. */
export interface IndexSize {
  readonly pages: number;
  readonly passages: number;
}

/** What a look at the files led to. */
export interface IndexReport extends IndexSize {
  /** Pages that were split again. */
  readonly written: number;
  /** Pages that have left the book. */
  readonly removed: number;
  /** The language that readers get who ask for none; nothing while there is no list of pages. */
  readonly locale: string | undefined;
}

/** One transaction is long enough to be worth its commit, and short enough that others need not wait for it. */
const pagesPerTransaction = 50;

/**
 * Brings the index to the state of the book's files: changed ones are split again, vanished ones leave.
 * Each batch is whole by itself: who is killed in between goes on from there, and of two who do this at once
 * each finds done what the other has done. Without a list of pages nothing is touched, so that searching goes
 * on while the book is built.
 */
export async function indexPassages(database: Database, directory: string): Promise<IndexReport> {
  const pages = await readPages(directory);
  if (!pages)
    return { ...(await queries.countPassages(database)), written: 0, removed: 0, locale: undefined };
  const indexed = await queries.findPageHashes(database);

  const present = new Set<string>();
  const changed: ListedPage[] = [];
  for (const page of pages) {
    const file = await readSource(directory, page);
    if (!file) continue;
    present.add(page.permalink);
    if (indexed.get(page.permalink) !== file.hash) changed.push(page);
  }
  const gone = [...indexed.keys()].filter((permalink) => !present.has(permalink));
  if (gone.length > 0) {
    await inTransaction(database, async (trx) => {
      await queries.lockIndex(trx);
      await queries.deletePages(trx, gone);
    });
  }
  let written = 0;
  for (let start = 0; start < changed.length; start += pagesPerTransaction) {
    written += await writePages(database, directory, changed.slice(start, start + pagesPerTransaction));
  }
  return {
    ...(await queries.countPassages(database)),
    written,
    removed: gone.length,
    locale: pages[0]?.locale,
  };
}

async function writePages(
  database: Database,
  directory: string,
  pages: readonly ListedPage[],
): Promise<number> {
  // Files are read and split before the transaction, which then holds the lock for moments only.
  const split: queries.SplitPage[] = [];
  for (const page of pages) {
    const file = await readSource(directory, page);
    if (!file) continue;
    const passages = readPassages(page, file.markdown);
    split.push({ page, hash: file.hash, summary: readSummary(file.markdown), passages });
  }
  return inTransaction(database, async (trx) => {
    await queries.lockIndex(trx);
    // Another node may have been here between the look and the lock.
    const permalinks = split.map(({ page }) => page.permalink);
    const known = permalinks.length > 0 ? await queries.findPageHashes(trx, permalinks) : new Map();
    const wanted = split.filter(({ page, hash }) => known.get(page.permalink) !== hash);
    await queries.deletePages(
      trx,
      wanted.map(({ page }) => page.permalink).filter((permalink) => known.has(permalink)),
    );
    await queries.insertPages(trx, wanted);
    return wanted.length;
  });
}

import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import * as queries from "./index-queries.ts";
import { type ListedPage, readPages, readSource } from "./pages.ts";
import { type SplitPage, splitPage } from "./split-page.ts";

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

export interface IndexOptions {
  /** Called now and then, first before anything is read, with the language of readers who ask for none. */
  readonly onProgress?: (locale: string | undefined) => Promise<void>;
  /** Ends it between two transactions. */
  readonly signal?: AbortSignal;
}

/** Counting what is there takes longer with every page. */
const transactionsPerProgress = 20;
/** One transaction is long enough to be worth its commit, and short enough that others need not wait for it. */
const pagesPerTransaction = 50;

/**
 * Brings the index to the state of the book's files: changed ones are split again, vanished ones leave.
 * Each batch is whole by itself: who is killed in between goes on from there, and of two who do this at once
 * each finds done what the other has done. Without a list of pages nothing is touched, so that searching goes
 * on while the book is built.
 */
export async function indexPassages(
  database: Database,
  directory: string,
  { onProgress, signal }: IndexOptions = {},
): Promise<IndexReport> {
  const pages = await readPages(directory);
  if (!pages)
    return { ...(await queries.countPassages(database)), written: 0, removed: 0, locale: undefined };
  const locale = pages[0]?.locale;
  await onProgress?.(locale);
  const indexed = await queries.findPageHashes(database);

  const present = new Set<string>();
  const changed: ListedPage[] = [];
  for (const page of pages) {
    signal?.throwIfAborted();
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
  const batch = (at: number) => splitPages(directory, changed.slice(at, at + pagesPerTransaction));
  let split = await batch(0);
  for (let at = 0; at < changed.length; at += pagesPerTransaction) {
    signal?.throwIfAborted();
    // The next pages are read while the database is at work on these.
    const [count, next] = await Promise.all([writePages(database, split), batch(at + pagesPerTransaction)]);
    written += count;
    split = next;
    if ((at / pagesPerTransaction) % transactionsPerProgress === transactionsPerProgress - 1)
      await onProgress?.(locale);
  }
  return {
    ...(await queries.countPassages(database)),
    written,
    removed: gone.length,
    locale,
  };
}

/** Files are read and split before the transaction, which then holds the lock for moments only. */
async function splitPages(directory: string, pages: readonly ListedPage[]): Promise<SplitPage[]> {
  const split: SplitPage[] = [];
  for (const page of pages) {
    const read = await splitPage(directory, page);
    if (read) split.push(read);
  }
  return split;
}

async function writePages(database: Database, split: readonly SplitPage[]): Promise<number> {
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

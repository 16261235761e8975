// The book's text: split into passages, kept in a full-text index, and found again.
import type { Logger } from "pino";
import type { Database } from "../database/database.ts";
import type { Embeddings } from "./embeddings.ts";
import { plainExcerpt } from "./excerpt.ts";
import { type IndexReport, indexPassages } from "./index-passages.ts";
import { findEditions } from "./index-queries.ts";
import { hasTrigrams } from "./queries.ts";
import { type IndexFacts, searchPassages } from "./search.ts";
import { watchFiles } from "./watch-files.ts";

export interface BookDeps {
  readonly database: Database;
  /** Absolute path of the Docusaurus site. */
  readonly directory: string;
  readonly log: Pick<Logger, "info" | "warn">;
  /** Without them the book is searched by words alone. */
  readonly embeddings?: Pick<Embeddings, "afterIndex" | "findNear"> | undefined;
}

export interface SearchOptions {
  readonly limit: number;
  /** Path of the page that the reader is on; its passages come a little earlier, and its language and version count. */
  readonly page?: string | undefined;
  /** The site's language that is searched if the page does not say it. */
  readonly locale?: string | undefined;
}

/** A passage that fits a question. */
export interface FoundPassage {
  /** The page and the heading, as one line. */
  readonly title: string;
  readonly url: string;
  readonly text: string;
  /** A line of plain text around the words of the question. */
  readonly excerpt: string;
  /** From 0 to 1. */
  readonly score: number;
  /** From 0 to 1: how much of the question the passage speaks about, rare words counting more. */
  readonly coverage: number;
}

/** A book that is read and watched. */
export interface OpenBook {
  /** How many can be found by now. */
  readonly passages: number;
  /** Ends the reading and the watching. */
  close(): Promise<void>;
}

const excerptLength = 240;

export function createBook({ database, directory, log, embeddings }: BookDeps) {
  let saidWithoutTypos = false;
  let facts: IndexFacts = { editions: [], locale: undefined, mendsTypos: false };

  const closing = new AbortController();

  /** What of the book is in the index by now. */
  const look = async (locale: string | undefined): Promise<void> => {
    facts = {
      editions: await findEditions(database),
      locale: locale ?? facts.locale,
      mendsTypos: await hasTrigrams(database),
    };
  };

  const index = async (): Promise<IndexReport> => {
    const report = await indexPassages(database, directory, { onProgress: look, signal: closing.signal });
    await look(report.locale);
    if (!facts.mendsTypos && !saidWithoutTypos) {
      saidWithoutTypos = true;
      log.warn(
        "misspelt words are not found: the database has no extension pg_trgm, and this role cannot make it",
      );
    }
    await embeddings?.afterIndex();
    return report;
  };

  const sayWhy = (error: unknown) => {
    if (!closing.signal.aborted) log.warn({ err: error }, "the book could not be indexed");
  };

  /** Keeps the index with the files until the returned function is called. */
  const watch = (): (() => Promise<void>) =>
    watchFiles(directory, async () => {
      try {
        const { written, removed, pages, passages } = await index();
        if (written + removed > 0) log.info({ pages, passages, written, removed }, "the book has changed");
      } catch (error) {
        sayWhy(error);
      }
    });

  return {
    /** Reads what has changed in the book's files since they were indexed last. */
    index,
    watch,

    /**
     * Reads the book, and goes on with its files until it is closed. Nobody waits for a book that takes longer to read
     * than `patienceMs`: it is read to its end afterwards, and what has been read by then can be found.
     */
    async open({ patienceMs = 5_000 }: { patienceMs?: number } = {}): Promise<OpenBook> {
      const first = index();
      const { promise: late, resolve } = Promise.withResolvers<undefined>();
      const timer = setTimeout(resolve, patienceMs, undefined);
      const report = await Promise.race([first, late]).finally(() => clearTimeout(timer));
      if (!report) {
        log.info("the book is being read; what has been read of it can be found");
        void first.then(
          ({ pages, passages }) => log.info({ pages, passages }, "the book has been read"),
          sayWhy,
        );
      }
      const watching = report
        ? watch()
        : first.catch(() => {}).then(() => (closing.signal.aborted ? undefined : watch()));
      const close = async () => {
        closing.abort();
        await (await watching)?.();
      };
      const found = facts.editions.reduce((sum, { passages }) => sum + passages, 0);
      return { passages: found, close };
    },

    /** The passages that fit a question best, best first; every input is a question. */
    async search(question: string, { limit, page, locale }: SearchOptions): Promise<FoundPassage[]> {
      const found = await searchPassages(database, facts, { question, limit, page, locale }, embeddings);
      return found.map(({ url, pageTitle, heading, text, rank, coverage }) => ({
        title: heading === pageTitle ? pageTitle : `${pageTitle} › ${heading}`,
        url,
        text,
        excerpt: plainExcerpt(text, question, excerptLength),
        score: Math.round(rank * 10_000) / 10_000,
        coverage,
      }));
    },
  };
}

export type Book = ReturnType<typeof createBook>;

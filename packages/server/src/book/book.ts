// The book's text: split into passages, kept in a full-text index, and found again.
import type { Logger } from "pino";
import type { Database } from "../database/database.ts";
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

const excerptLength = 240;

export function createBook({ database, directory, log }: BookDeps) {
  let saidWithoutTypos = false;
  let facts: IndexFacts = { editions: [], locale: undefined, mendsTypos: false };

  const index = async (): Promise<IndexReport> => {
    const report = await indexPassages(database, directory);
    facts = {
      editions: await findEditions(database),
      locale: report.locale ?? facts.locale,
      mendsTypos: await hasTrigrams(database),
    };
    if (!facts.mendsTypos && !saidWithoutTypos) {
      saidWithoutTypos = true;
      log.warn(
        "misspelt words are not found: the database has no extension pg_trgm, and this role cannot make it",
      );
    }
    return report;
  };

  return {
    /** Reads what has changed in the book's files since they were indexed last. */
    index,

    /** Keeps the index with the files until the returned function is called. */
    watch(): () => Promise<void> {
      return watchFiles(directory, async () => {
        try {
          const { written, removed, pages, passages } = await index();
          if (written + removed > 0) log.info({ pages, passages, written, removed }, "the book has changed");
        } catch (error) {
          log.warn({ err: error }, "the book could not be indexed");
        }
      });
    },

    /** The passages that fit a question best, best first; every input is a question. */
    async search(question: string, { limit, page, locale }: SearchOptions): Promise<FoundPassage[]> {
      const found = await searchPassages(database, facts, { question, limit, page, locale });
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

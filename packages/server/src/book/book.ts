// The book's text: split into passages, kept in a full-text index, and found again.
import type { Logger } from "pino";
import type { Database } from "../database/database.ts";
import { plainExcerpt } from "./excerpt.ts";
import { type IndexSize, indexPassages } from "./index-passages.ts";
import * as queries from "./queries.ts";
import { watchFiles } from "./watch-files.ts";
import { contentWords, onlyWords } from "./words.ts";

export interface BookDeps {
  readonly database: Database;
  /** Absolute path of the Docusaurus site. */
  readonly directory: string;
  readonly log: Pick<Logger, "info" | "warn">;
}

export interface SearchOptions {
  readonly limit: number;
  /** Path of the page that the reader is on; its passages come a little earlier. */
  readonly page?: string | undefined;
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

/** Longer questions are read up to here; nobody writes so many words that matter. */
const maxWords = 100;
const maxLexemes = 24;
const excerptLength = 240;

export function createBook({ database, directory, log }: BookDeps) {
  let passages = 0;

  const index = async (): Promise<IndexSize> => {
    const size = await indexPassages(database, directory);
    passages = size.passages;
    return size;
  };

  return {
    /** Reads what has changed in the book's files since they were indexed last. */
    index,

    /** Keeps the index with the files until the returned function is called. */
    watch(): () => Promise<void> {
      let known: string | undefined;
      return watchFiles(directory, async () => {
        try {
          const size = JSON.stringify(await index());
          if (known !== undefined && known !== size) log.info(JSON.parse(size), "the book has changed");
          known = size;
        } catch (error) {
          log.warn({ err: error }, "the book could not be indexed");
        }
      });
    },

    /** The passages that fit a question best, best first; every input is a question. */
    async search(question: string, { limit, page }: SearchOptions): Promise<FoundPassage[]> {
      const words =
        contentWords(question).slice(0, maxWords).join(" ") || onlyWords(question.slice(0, 1_000));
      const lexemes = weigh(await queries.findLexemes(database, words), passages);
      const known = lexemes.filter(({ passages }) => passages > 0).slice(0, maxLexemes);
      if (known.length === 0) return [];
      const ranked = await queries.rankPassages(database, known, {
        preferredPath: page && toPath(page),
        limit,
      });
      return ranked.map(({ url, pageTitle, heading, text, rank, coverage }) => ({
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

/** Weights that add up to 1. A word that few passages have says most (inverse document frequency). */
function weigh(lexemes: readonly { lexeme: string; passages: number }[], total: number) {
  const raw = lexemes.map((entry) => ({
    ...entry,
    weight: Math.log(1 + (total + 1) / (entry.passages + 0.5)),
  }));
  const sum = raw.reduce((sum, { weight }) => sum + weight, 0);
  return raw.map((entry) => ({ ...entry, weight: entry.weight / sum }));
}

/** `https://book.example/a/b/?x#c` and `/a/b` are the same page. */
function toPath(page: string): string | undefined {
  const url = URL.parse(page, "http://book.invalid");
  return url?.pathname.replace(/(?<=.)\/$/, "");
}

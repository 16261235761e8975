import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Page } from "./passages.ts";

/** Where the built book lists its pages, relative to the book's directory; the theme writes it. */
export const pagesFile = "build/bookplate-pages.json";

/** Counts up when passages are made in another way, so that unchanged files are read again. */
const splitting = 1;

const pagesSchema = z.array(
  z.object({
    source: z.string().regex(/\.mdx?$/i),
    permalink: z.string().startsWith("/"),
    title: z.string(),
  }),
);

/**
 * The pages of the built book.
 *
 * @returns `undefined` while there is no list: the book is not built, or is being built right now
 */
export async function readPages(directory: string): Promise<Page[] | undefined> {
  const text = await readFile(join(directory, pagesFile), "utf8").catch(() => undefined);
  const pages = pagesSchema.safeParse(parse(text));
  if (!pages.success) return undefined;
  // One file, one page: a book in several versions or languages lists other files for them.
  return [...new Map(pages.data.map((page) => [page.source, page])).values()];
}

/** A page's Markdown with a hash of everything that its passages are made from; nothing if the file is gone. */
export async function readSource(
  directory: string,
  page: Page,
): Promise<{ markdown: string; hash: string } | undefined> {
  const markdown = await readFile(join(directory, page.source), "utf8").catch(() => undefined);
  if (markdown === undefined) return undefined;
  const hash = createHash("sha256").update(JSON.stringify([splitting, page.permalink, page.title, markdown]));
  return { markdown, hash: hash.digest("hex") };
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

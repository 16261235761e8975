import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { searchConfiguration } from "./languages.ts";
import type { Page } from "./passages.ts";

/** Where a built book lists its pages, once per language; the theme writes it. */
const listName = "bookplate-pages.json";
const buildFolder = "build";

/** The list of the default language, relative to the book's directory. */
const pagesFile = `${buildFolder}/${listName}`;

/** Counts up when passages are made in another way, so that unchanged files are read again. */
const splitting = 3;

/** A page of the built book with the edition that it belongs to. */
export interface ListedPage extends Page {
  readonly locale: string;
  readonly section: string;
  readonly version: string;
  readonly latest: boolean;
  readonly configuration: string;
}

const pagesSchema = z.array(
  z
    .object({
      source: z.string().regex(/\.mdx?$/i),
      permalink: z.string().startsWith("/"),
      title: z.string(),
      // Books that were built with an older theme have one edition.
      locale: z.string().default("en"),
      language: z.string().optional(),
      section: z.string().default("default"),
      version: z.string().default("current"),
      latest: z.boolean().default(true),
    })
    .transform(({ language, ...page }) => ({
      ...page,
      configuration: searchConfiguration(language ?? page.locale),
    })),
);

/**
 * The pages of the built book, in all of its languages and versions.
 *
 * @returns `undefined` while there is no list: the book is not built, or is being built right now
 */
export async function readPages(directory: string): Promise<ListedPage[] | undefined> {
  const first = await readList(join(directory, pagesFile));
  if (!first) return undefined;
  const others = await Promise.all(
    (await listFiles(directory)).slice(1).map((file) => readList(join(directory, file))),
  );
  // One address, one page.
  return [
    ...new Map(
      [first, ...others].flatMap((list) => list ?? []).map((page) => [page.permalink, page]),
    ).values(),
  ];
}

/** Where lists may be, the default language's first; languages are built into folders below. */
export async function listFiles(directory: string): Promise<string[]> {
  const entries = await readdir(join(directory, buildFolder), { withFileTypes: true }).catch(() => []);
  const folders = entries.filter(
    (entry) => entry.isDirectory() && /^[a-z]{2,3}([-_]\w+)*$/i.test(entry.name),
  );
  return [pagesFile, ...folders.map(({ name }) => `${buildFolder}/${name}/${listName}`)];
}

/** A page's Markdown with a hash of everything that its passages are made from; nothing if the file is gone. */
export async function readSource(
  directory: string,
  page: ListedPage,
): Promise<{ markdown: string; hash: string } | undefined> {
  const markdown = await readFile(join(directory, page.source), "utf8").catch(() => undefined);
  if (markdown === undefined) return undefined;
  const { source, permalink, title, locale, section, version, latest, configuration } = page;
  const facts = [
    splitting,
    source,
    permalink,
    title,
    locale,
    section,
    version,
    latest,
    configuration,
    markdown,
  ];
  return { markdown, hash: createHash("sha256").update(JSON.stringify(facts)).digest("hex") };
}

async function readList(file: string): Promise<ListedPage[] | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  return pagesSchema.safeParse(parse(text)).data;
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The book's title, as the first page of the built book shows it in the browser: what follows the last bar.
 *
 * @returns `undefined` while the book is not built
 */
export async function readBookTitle(directory: string): Promise<string | undefined> {
  const page = await readFile(join(directory, "build/index.html"), "utf8").catch(() => "");
  return page
    .match(/<title[^>]*>([^<]*)/i)?.[1]
    ?.split("|")
    .at(-1)
    ?.trim();
}

// A book of any size out of real ones: their pages again and again, each time about other things.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { splitMarkdown } from "../packages/server/src/book/markdown.ts";
import { readPassages } from "../packages/server/src/book/passages.ts";

/** Words in a larger share of the passages are the language's and the trade's; every text has them. */
const commonShare = 0.01;

/**
 * Writes a book with so many passages, give or take a page. The first copy is the real text; in each further one
 * the rarer words are words of its own, as if it were about another product: so the number of different words grows
 * with the book, and the common ones stay as common as they are.
 *
 * @param sources - folders of Markdown
 */
export function writeLargeBook(directory: string, sources: readonly string[], passages: number): void {
  const pages = sources.flatMap((folder, place) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.mdx?$/.test(file))
      .sort()
      .map((file) => {
        const markdown = readFileSync(join(folder, file), "utf8");
        const name = `${place}-${file.replace(/\.mdx?$/, "").replace(/[^a-z0-9]+/gi, "-")}`;
        const page = { source: "", permalink: `/${name}`, title: name };
        return { name, markdown, count: readPassages(page, markdown).length };
      }),
  );
  const rare = findRareWords(pages.map(({ markdown }) => markdown));
  mkdirSync(join(directory, "docs"), { recursive: true });
  mkdirSync(join(directory, "build"), { recursive: true });
  const listed: { source: string; permalink: string; title: string }[] = [];
  let written = 0;
  for (let copy = 0; written < passages; copy += 1) {
    for (const { name, markdown, count } of pages) {
      if (written >= passages) break;
      const source = `docs/${copy}-${name}.md`;
      const text =
        copy === 0 ? markdown : markdown.replace(/[A-Za-z]{4,}/g, (word) => renamed(word, copy, rare));
      writeFileSync(join(directory, source), text);
      listed.push({ source, permalink: `/${copy}/${name}`, title: name.replaceAll("-", " ") });
      written += count;
    }
  }
  writeFileSync(join(directory, "build/bookplate-pages.json"), JSON.stringify(listed));
}

function findRareWords(texts: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  let sections = 0;
  for (const text of texts) {
    for (const { blocks } of splitMarkdown(text)) {
      sections += 1;
      const words = new Set(blocks.flatMap(({ text }) => text.toLowerCase().match(/[a-z]{4,}/g) ?? []));
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count < commonShare * sections).map(([word]) => word));
}

/** Half of the copies share a rare word with the original, so that no word is found in one place alone. */
function renamed(word: string, copy: number, rare: ReadonlySet<string>): string {
  if (!rare.has(word.toLowerCase())) return word;
  const letters = [...`${copy}`].map((digit) => String.fromCharCode(97 + Number(digit))).join("");
  return (word.length + copy) % 8 === 0 ? word : `${word}${letters}q`;
}

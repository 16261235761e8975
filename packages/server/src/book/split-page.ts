import { readSummary } from "./front-matter.ts";
import { type ListedPage, readSource } from "./pages.ts";
import { type Passage, readPassages } from "./passages.ts";
import { addJoinedPairs } from "./synonyms.ts";
import { readTokens, searchableTokens } from "./tokens.ts";

/** A passage with the words that it is found by, by the weight that they have. */
export interface SearchablePassage extends Passage {
  /** The heading, the page and the headings above, the text, what the page says of itself. */
  readonly searchable: Readonly<Record<"a" | "b" | "c" | "d", string>>;
}

/** A page whose file was read and split. */
export interface SplitPage {
  readonly page: ListedPage;
  readonly hash: string;
  readonly passages: readonly SearchablePassage[];
  /** As they are written, where a reader may misspell them. */
  readonly words: ReadonlySet<string>;
}

/** Letters, neither very short nor very long. */
const misspellable = /^[\p{L}\p{M}]{4,30}$/u;

/** @returns nothing if the file is gone */
export async function splitPage(directory: string, page: ListedPage): Promise<SplitPage | undefined> {
  const file = await readSource(directory, page);
  if (!file) return undefined;
  const words = new Set<string>();
  const english = page.configuration === "english";
  const read = (text: string) => {
    const tokens = readTokens(english ? addJoinedPairs(text) : text);
    for (const { word, pair } of tokens) if (!pair && misspellable.test(word)) words.add(word);
    return searchableTokens(tokens);
  };
  const summary = readSummary(file.markdown);
  const passages = readPassages(page, file.markdown).map((passage) => ({
    ...passage,
    searchable: {
      a: read(passage.heading),
      b: read([page.title, ...passage.ancestors].join(" ")),
      c: read(passage.text),
      // The page as a whole is found by it; every passage of it would be one too many.
      d: passage.position === 0 ? read(summary) : "",
    },
  }));
  return { page, hash: file.hash, passages, words };
}

const characters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What a terminal prints two columns wide: Chinese, Japanese and Korean characters and their punctuation. */
const wide =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60]/u;

/** How many columns of a terminal a text takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const { segment } of characters.segment(text)) columns += wide.test(segment) ? 2 : 1;
  return columns;
}

/** The columns that the widest of some words takes. */
export const widest = (words: readonly string[]): number => Math.max(...words.map(columnsOf));

/** `padEnd` by what is seen, so that what follows stands in one column in every language. */
export const padColumns = (text: string, columns: number): string =>
  text + " ".repeat(Math.max(0, columns - columnsOf(text)));

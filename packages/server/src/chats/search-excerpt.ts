import { findWord } from "./search-text.ts";

/** In UTF-16 units. */
const maxLength = 160;
/** How much of the excerpt stands before the word. */
const before = 50;

/** A line of plain text around the first of the words that stands in it; its beginning where none does. */
export function excerptAround(content: string, words: readonly string[]): string {
  const text = plainText(content);
  if (text.length <= maxLength) return text;
  const found = words.map((word) => findWord(text, word)).filter((place) => place >= 0);
  const place = found.length === 0 ? 0 : Math.min(...found);
  const end = Math.min(text.length, Math.max(0, place - before) + maxLength);
  const start = Math.max(0, end - maxLength);
  const cut = text.slice(start, end);
  return `${start > 0 ? `…${withoutFirstPiece(cut)}` : cut}${end < text.length ? "…" : ""}`.toWellFormed();
}

/** The rest of a word that was cut, unless there is no other: some scripts have no spaces. */
function withoutFirstPiece(cut: string): string {
  const space = cut.indexOf(" ");
  return space >= 0 && space < before / 2 ? cut.slice(space + 1) : cut.replace(/^[\uDC00-\uDFFF]/, "");
}

/** Markdown without its marks. */
function plainText(markdown: string): string {
  return markdown
    .toWellFormed()
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\s*(?:>|#{1,6}|[-+*]|\d+\.)\s+/gm, "")
    .replace(/```[^\n]*|[*_`~|]+/g, "")
    .replace(/\\([\\*_[\]<>#])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

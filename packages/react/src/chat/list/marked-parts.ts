/** A piece of a text, and whether it is what was searched for. */
export interface MarkedPart {
  /** UTF-16 units before it. */
  readonly start: number;
  readonly part: string;
  readonly marked: boolean;
}

/** Letters of a word that must fit: the search knows "refreshing" by "refresh", and so does what is marked. */
const LEAST = 3;

/** Cuts a text at the words of a query, whatever their case. */
export function markedParts(text: string, query: string): MarkedPart[] {
  const words = query.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  if (words.length === 0) return [{ start: 0, part: text, marked: false }];
  const pattern = new RegExp(`(${words.map((word) => beginning(word)).join("|")})`, "giu");
  let start = 0;
  return text.split(pattern).flatMap((part, index) => {
    const piece = { start, part, marked: index % 2 === 1 };
    start += part.length;
    return part === "" ? [] : [piece];
  });
}

/** The word where it begins one, with whatever ending it has there; a language without spaces has no beginnings. */
const beginning = (word: string): string =>
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(word) || word.length < LEAST
    ? word
    : `(?<![\\p{L}\\p{N}])${word}[\\p{L}\\p{N}]*`;

// What a search for people asks the index of words for; the index is made by the migration 0024-administration.

/** `n`: words of names; `e`: words that are in the address alone. */
export type WordMark = "n" | "e";

/** As in the index: what stands between two words. */
const separators = /[[\]\s.,;:+_()"'0-9/-]+/u;
const longest = 16;
const leastForSlips = 4;
/** Shorter ones are the beginning of half of all names. */
const leastLong = 3;

/**
 * The question in the notation of `tsquery`: somebody fits who has, for every word, one that begins with it, or one
 * that is a letter away from it: missing, too many, wrong, or changed places with its neighbour.
 *
 * @param text - without accents and case, as the index has them
 * @returns nothing where the text is too short to say anything
 */
export function writeWordQuery(text: string, marks: readonly WordMark[]): string | undefined {
  const words = text.split(separators).filter((word) => word !== "");
  if (!words.some(({ length }) => length >= leastLong)) return undefined;
  return words.map((word) => `(${termsOf(word, marks).join(" | ")})`).join(" & ");
}

function termsOf(word: string, marks: readonly WordMark[]): string[] {
  const letters = [...word];
  const shorter =
    letters.length >= leastForSlips && letters.length <= longest
      ? [...new Set(letters.map((_, place) => letters.toSpliced(place, 1).join("")))]
      : [];
  return marks.flatMap((mark) => [
    `${quote(mark + word)}:*`,
    quote(`${mark}~${word}`),
    ...shorter.flatMap((term) => [quote(mark + term), quote(`${mark}~${term}`)]),
  ]);
}

const quote = (lexeme: string) => `'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;

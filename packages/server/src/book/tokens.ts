// What the index and a question are both cut into, before Postgres finds the stems.

/** A word of a text, with what else it can be found by. */
export interface Token {
  /** In lower case. */
  readonly word: string;
  /** Its pieces, where it is an identifier: `streamText` can be found by `stream` and `text`. */
  readonly parts: readonly string[];
  /** Two neighbours of a script that puts no spaces between words. */
  readonly pair: boolean;
}

/** Scripts that put no spaces between words: their characters are read in pairs. */
const unspaced =
  /([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+)/u;

/** The words of a text in their order. Nothing but letters, marks and digits is left, so no input means anything special. */
export function readTokens(text: string): Token[] {
  const runs = text.toWellFormed().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return runs.flatMap((run) => {
    if (plain.test(run)) return { word: run.toLowerCase(), parts: readParts(run), pair: false };
    return run.split(unspaced).flatMap((piece) => {
      if (piece === "") return [];
      if (unspaced.test(piece)) return readPairs(piece);
      return [{ word: piece.toLowerCase(), parts: readParts(piece), pair: false }];
    });
  });
}

/** Most words of most books: nothing about them needs a closer look. */
const plain = /^[a-z0-9]+$/i;

/** A text as Postgres is to index it: its words with everything else that they can be found by. */
export function searchableText(text: string): string {
  return searchableTokens(readTokens(text));
}

export function searchableTokens(tokens: readonly Token[]): string {
  return tokens.flatMap(({ word, parts }) => [word, ...parts, ...withoutMarks(word)]).join(" ");
}

/** `é` is also found as `e`, and a letter of the Persian and Urdu keyboard also as the Arabic one. */
export function withoutMarks(word: string): string[] {
  if (plain.test(word)) return [];
  const bare = word
    .normalize("NFD")
    .replace(/\p{Mn}+/gu, "")
    .normalize("NFC")
    .replace(/[يىكهةآأإ]/g, (letter) => plainLetters[letter] ?? letter);
  return bare === word || bare === "" ? [] : [bare];
}

const plainLetters: Readonly<Record<string, string>> = {
  ي: "ی",
  ى: "ی",
  ك: "ک",
  ه: "ہ",
  ة: "ہ",
  آ: "ا",
  أ: "ا",
  إ: "ا",
};

function readPairs(run: string): Token[] {
  const characters = [...run];
  const pairs = characters.slice(1).map((character, before) => `${characters[before]}${character}`);
  return (pairs.length > 0 ? pairs : characters).map((word) => ({ word, parts: [], pair: true }));
}

function readParts(word: string): string[] {
  // `argon2id` is also `argon2`, and `oauth2` also `oauth`.
  const numbered = /^((\p{L}{3,})\p{N}+)(\p{L}*)$/u.exec(word);
  if (numbered) {
    const [, name = "", letters = "", rest] = numbered;
    return (rest === "" ? [letters] : [letters, name]).map((part) => part.toLowerCase());
  }
  if (!/\p{Ll}\p{Lu}/u.test(word)) return [];
  const parts = word.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lo}+|\p{N}+/gu) ?? [];
  return parts.map((part) => part.toLowerCase());
}

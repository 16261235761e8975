/** What the reader has told this page, and the page itself. */
export interface KnownToAll {
  readonly email: string;
  readonly name: string;
  /** The page's title, whose last part is the book's. */
  readonly pageTitle: string;
}

/** Shorter ones stand in half of all words, and say nothing. */
const MIN_WORD_CHARACTERS = 3;

/** The words that no password may rest on, in lower case, longest first. The server looks at the same ones. */
export function ownWords({ email, name, pageTitle }: KnownToAll): string[] {
  const [localPart = "", domain = ""] = email.split("@");
  // The ending of a domain belongs to everybody.
  const labels = domain.split(".").slice(0, -1);
  const inParts = [localPart, ...labels, name, pageTitle.split("|").at(-1) ?? "", "bookplate"];
  const words = [email, domain, ...inParts, ...inParts.flatMap((whole) => whole.split(/[^\p{L}\p{N}]+/u))]
    .map((word) => word.normalize("NFKC").trim().toLowerCase())
    .filter((word) => [...word].length >= MIN_WORD_CHARACTERS);
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

/** What stands in the place of an own word: as good as one unknown character, and no part of any word. */
export const KNOWN = "\0";

/** The password as it is to somebody who knows the words: each of them is worth one character. */
export function withoutWords(password: string, words: readonly string[]): string {
  return words.reduce((left, word) => left.replaceAll(word, KNOWN), password.toLowerCase());
}

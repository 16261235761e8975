/** What an attacker knows about an account before the first guess. */
export interface PasswordOwner {
  readonly email: string;
  readonly name?: string | undefined;
  /** The book's title, if it is known. */
  readonly bookTitle?: string | undefined;
}

/** Shorter ones stand in half of all words, and say nothing. */
const minWordCharacters = 3;

/**
 * The words that no password may rest on: parts of the address, the name, the book and the product, in
 * lower case, longest first.
 */
export function passwordWords({ email, name = "", bookTitle = "" }: PasswordOwner): string[] {
  const [localPart = "", domain = ""] = email.split("@");
  // The ending of a domain belongs to everybody.
  const labels = domain.split(".").slice(0, -1);
  const inParts = [localPart, ...labels, name, bookTitle, "bookplate"];
  const words = [email, domain, ...inParts, ...inParts.flatMap((whole) => whole.split(/[^\p{L}\p{N}]+/u))]
    .map((word) => word.normalize("NFKC").trim().toLowerCase())
    .filter((word) => [...word].length >= minWordCharacters);
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

/** The password as it is to somebody who knows the words: each of them is worth one character. */
export function withoutWords(password: string, words: readonly string[]): string {
  return words.reduce((left, word) => left.replaceAll(word, "\0"), password.toLowerCase());
}

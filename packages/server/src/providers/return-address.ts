import { ValidationError } from "../domain-error.ts";
import { fieldSentences } from "../problem-codes.ts";

const maxCharacters = 2_000;
// Beside what parsers disagree about: backslashes, and characters that some of them drop.
const plain = /^(?:https?:\/\/[^\\\s\p{C}]+|\/(?![/\\])[^\\\s\p{C}]*)$/u;

/**
 * Where a browser may be sent after a round trip: a page of one of the allowed origins, given as an address or as a
 * path of the book's origin. Parsed once and compared by its origin; never a route of the server itself.
 *
 * @returns an address without a fragment
 * @throws {ValidationError} OWASP ASVS 5.0, 3.7.2
 */
export function checkReturnAddress(
  given: string,
  options: { field: string; bookUrl: string; allowedOrigins: readonly string[] },
): string {
  const { field, bookUrl, allowedOrigins } = options;
  const url = given.length <= maxCharacters && plain.test(given) ? URL.parse(given, bookUrl) : null;
  const allowed =
    url && allowedOrigins.includes(url.origin) && url.username === "" && !url.pathname.startsWith("/api/");
  if (!allowed)
    throw new ValidationError([{ field, code: "value-invalid", message: fieldSentences["value-invalid"] }]);
  url.hash = "";
  return url.href;
}

const maxCharacters = 40;

/** What no name contains, but what a mail program turns into a link or a stranger into an advertisement. */
const advertising = [
  /[\p{L}\p{N}-][.\u3002\uff61]\p{L}{2}/u,
  /www|https?|[:/\\@#<>[\]{}|=]/iu,
  /[\p{Sc}%!?*]/u,
  /(?:\p{N}[\s().-]*){4}/u,
];

const characters = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * A name as a letter may print it: plain, one line, at most 40 characters. Whoever registers chooses both
 * the name and the addressee, so a name must not carry a message of its own.
 *
 * @param typed - the name as somebody typed it; not escaped here
 * @returns `undefined` where the letter better goes without a name
 */
export function toPrintableName(typed: string): string | undefined {
  const plain = typed
    .normalize("NFKC")
    .replace(/[\p{Z}\t\r\n]+/gu, " ")
    .replace(/\p{C}/gu, "")
    // Stacked marks would write over the lines around them.
    .replace(/(\p{M}{3})\p{M}+/gu, "$1")
    .trim();
  if (plain === "" || advertising.some((pattern) => pattern.test(plain))) return undefined;
  const parts = Array.from(characters.segment(plain), ({ segment }) => segment);
  return parts.length <= maxCharacters
    ? plain
    : `${parts
        .slice(0, maxCharacters - 1)
        .join("")
        .trimEnd()}…`;
}

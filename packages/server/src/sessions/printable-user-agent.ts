const maxCharacters = 400;

/**
 * A `User-Agent` header as it may be shown to its owner: no control characters, nothing that turns the
 * direction of a line, and no end that is far away.
 *
 * @returns `null` when nothing is left
 */
export function printableUserAgent(userAgent: string | null): string | null {
  const printable = (userAgent ?? "").replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "").trim();
  return printable.slice(0, maxCharacters) || null;
}

/** In UTF-16 units, without the ending. */
const maxLength = 80;

/**
 * `Content-Disposition` of a file to keep, named after what it holds (RFC 6266, section 4.3; RFC 8187). Nothing in the name
 * is a path, ends the header, or turns the direction of the ending.
 */
export function attachment(title: string, ending: string): string {
  const name = safeName(title);
  const plain = name
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9 ._-]+/g, "")
    .replace(/^[ .]+|[ .]+$/g, "");
  const encoded = encodeURIComponent(`${name}.${ending}`).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain || "conversation"}.${ending}"; filename*=UTF-8''${encoded}`;
}

function safeName(title: string): string {
  const name = title
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, " ")
    .replace(/\s+/g, " ")
    .slice(0, maxLength)
    .replace(/[\uD800-\uDBFF]$/, "")
    .replace(/^[ .]+|[ .]+$/g, "");
  return name || "conversation";
}

// Inline Markdown and MDX to the words that a reader sees.

const kept = /\uE000(\d+)\uE001/g;

/**
 * Takes the markup out of a paragraph. Code spans stay in backticks, because their characters are meant
 * literally and a quotation has to show them so.
 */
export function inlineText(markdown: string): string {
  return withoutMarkup(markdown).replace(/\s+/g, " ").trim();
}

/**
 * The same with all of its spaces, which the id of a heading is made with.
 *
 * @param options.forId - keeps the source of MDX expressions and of emoji, which an id is made of
 */
export function withoutMarkup(markdown: string, { forId = false } = {}): string {
  const literal: string[] = [];
  const keep = (text: string) => `\uE000${literal.push(text) - 1}\uE001`;
  return (
    cleanText(markdown)
      .replace(/(?<!\\)(`+)(?!`)([^\n]*?[^`\n])\1(?!`)/g, (_, _ticks, code: string) => keep(codeSpan(code)))
      .replace(/\\([!-/:-@[-`{-~])/g, (_, character: string) => keep(character))
      .replace(/<!--[^\n]*?-->/g, "")
      // MDX comments and expressions, one level of nesting.
      .replace(/\{\/\*[^\n]*?\*\/\}/g, "")
      .replace(/\{((?:[^{}]|\{[^{}]*\})*)\}/g, (_, source: string) => (forId ? source : ""))
      .replace(/<((?:https?:\/\/|mailto:)[^\s<>]+)>/g, "$1")
      .replace(/<\/?[A-Za-z][^<>]*>/g, "")
      .replace(/!?\[([^[\]]*)\](?:\([^()\s]*(?:\s+"[^"]*")?\)|\[[^[\]]*\])/g, "$1")
      .replace(/(\*{1,3}|~~)(?=\S)([^*~]*[^*~\s])\1/g, "$2")
      .replace(/(\*{1,3})(?=\S)([^*]*[^*\s])\1/g, "$2")
      .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_]*[^_\s])\1(?![\p{L}\p{N}_])/gu, "$2")
      .replace(/&(?:#x?[\da-f]+|\w+);/gi, readEntity)
      // Docusaurus makes an emoji of it; here it is a picture like any other.
      .replace(/(?<=^|\s):[a-z][\w+-]*:(?=\s|$)/g, (code) => (forId ? code : ""))
      .replace(kept, (_, index: string) => literal[Number(index)] ?? "")
  );
}

/** Without the backticks of code spans and fences: for places that show text as it is. */
export function withoutCodeMarks(text: string): string {
  return text.replace(/^`{3,}.*$/gm, "").replaceAll("`", "");
}

/** What Postgres and JSON can hold: no NUL and other control characters, no half of a surrogate pair. */
export function cleanText(text: string): string {
  // biome keeps control characters out of patterns, so they are named by their class.
  return text
    .toWellFormed()
    .replace(/\p{Cc}/gu, (character) => (character === "\n" || character === "\t" ? character : " "))
    .replace(/[\uE000\uE001]/g, "");
}

function codeSpan(code: string): string {
  const inner = code.trim();
  return inner.includes("`") ? inner.replaceAll("`", "'") : `\`${inner}\``;
}

function readEntity(entity: string): string {
  const [, hexadecimal, decimal] = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(entity) ?? [];
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  if (Number.isNaN(code)) return entities[entity.slice(1, -1)] ?? entity;
  return code > 0 && code <= 0x10ffff ? cleanText(String.fromCodePoint(code)) : entity;
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  copy: "©",
  gt: ">",
  hellip: "…",
  larr: "←",
  lt: "<",
  mdash: "—",
  nbsp: " ",
  ndash: "–",
  quot: '"',
  rarr: "→",
  reg: "®",
  times: "×",
  trade: "™",
};

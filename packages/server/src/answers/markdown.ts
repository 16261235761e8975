/** Text that Markdown shows as it is. Code spans are left alone: inside them nothing has a meaning. */
export function escapeMarkdown(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*_[\]<>~|]/g, "\\$&")))
    .join("")
    .replace(
      /^(\s*)([#+-]|\d{1,9}[.)])(?=\s|$)/gm,
      (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    );
}

/** A link whose text and address cannot end it early. */
export function linkTo(title: string, url: string): string {
  const address = url.replace(
    /[\s()<>\\"]/gu,
    (character) => percent[character] ?? encodeURIComponent(character),
  );
  return `[${escapeMarkdown(title)}](${address})`;
}

const percent: Record<string, string> = { "(": "%28", ")": "%29" };

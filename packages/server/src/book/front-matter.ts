/** A Markdown file in two: what stands between its first lines of dashes, and the text. */
export function splitFrontMatter(markdown: string): { frontMatter: string; body: string } {
  const text = markdown.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const match = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/.exec(text);
  return match
    ? { frontMatter: match[1] ?? "", body: text.slice(match[0].length) }
    : { frontMatter: "", body: text };
}

/** The page's own words about itself, which its text may not have: `description` and `keywords`. */
export function readSummary(markdown: string): string {
  const { frontMatter } = splitFrontMatter(markdown);
  return ["description", "keywords"]
    .map(
      (key) =>
        new RegExp(`^${key}:[ \\t]*([^\\n]*(?:\\n(?:[ \\t]+|-)[^\\n]*)*)`, "m").exec(frontMatter)?.[1] ?? "",
    )
    .join(" ")
    .trim();
}

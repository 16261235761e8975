import GithubSlugger from "github-slugger";
import { type Block, readBlocks } from "./blocks.ts";
import { inlineText, withoutCodeMarks, withoutMarkup } from "./inline.ts";

/** The text under one heading, up to the next heading of any level. */
export interface Section {
  /** The heading's id in the built page; none for what belongs to the page as a whole. */
  readonly anchor: string | undefined;
  readonly heading: string | undefined;
  /** Headings that this one stands under, outermost first. */
  readonly ancestors: readonly string[];
  readonly blocks: readonly Exclude<Block, { kind: "heading" }>[];
}

/**
 * Splits a Markdown or MDX file at its headings and gives each the id that Docusaurus gives it: the
 * explicit one, else github-slugger's, counted per page. A first-level heading takes part in the
 * counting, but Docusaurus prints it without an id, so its text belongs to the page.
 */
export function splitMarkdown(markdown: string): Section[] {
  const slugger = new GithubSlugger();
  const open: { level: number; heading: string }[] = [];
  const sections: {
    -readonly [K in keyof Section]: Section[K] extends readonly (infer T)[] ? T[] : Section[K];
  }[] = [{ anchor: undefined, heading: undefined, ancestors: [], blocks: [] }];
  for (const block of readBlocks(markdown)) {
    if (block.kind !== "heading") {
      sections.at(-1)?.blocks.push(block);
      continue;
    }
    const { text, id, spaced } = readHeading(block.markdown);
    const anchor = id ?? slugger.slug(spaced);
    while ((open.at(-1)?.level ?? 0) >= block.level) open.pop();
    const ancestors = open.map(({ heading }) => heading);
    if (block.level === 1) {
      sections.push({ anchor: undefined, heading: text, ancestors, blocks: [] });
    } else {
      sections.push({ anchor, heading: text, ancestors, blocks: [] });
      open.push({ level: block.level, heading: text });
    }
  }
  return sections;
}

// `Title {#id}`, or the id in a comment of MDX or HTML at the end: an id that an author chose.
function readHeading(markdown: string): { text: string; id: string | undefined; spaced: string } {
  const explicit =
    /\{#([^{}#]+)\}$/.exec(markdown) ??
    /\{\/\*\s*#([^\s*]+)[^*]*\*\/\}$/.exec(markdown) ??
    /<!--\s*#([^\s>]+)[^>]*-->$/.exec(markdown);
  const title = explicit ? markdown.slice(0, explicit.index) : markdown;
  const spaced = withoutCodeMarks(withoutMarkup(title.trimEnd(), { forId: true }));
  return { text: withoutCodeMarks(inlineText(title)), id: explicit?.[1], spaced };
}

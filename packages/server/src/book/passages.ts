import type { Block } from "./blocks.ts";
import { splitMarkdown } from "./markdown.ts";

/** A page of the built book, and the file that it was made from. */
export interface Page {
  /** Markdown file, relative to the book's directory. */
  readonly source: string;
  /** Path in the built book. */
  readonly permalink: string;
  readonly title: string;
}

/** A part of a page that is short enough to quote and can be linked to. */
export interface Passage {
  readonly position: number;
  readonly url: string;
  readonly heading: string;
  readonly ancestors: readonly string[];
  readonly text: string;
}

type Content = Exclude<Block, { kind: "heading" }>;

const maxLength = 1500;

/** The passages of a page in reading order. Long sections become several with the same address. */
export function readPassages(page: Page, markdown: string): Passage[] {
  return splitMarkdown(markdown)
    .flatMap(({ anchor, heading, ancestors, blocks }) =>
      groupBlocks(blocks).map((text) => ({
        url: anchor === undefined ? page.permalink : `${page.permalink}#${encodeURI(anchor)}`,
        heading: anchor === undefined ? page.title : heading || page.title,
        ancestors,
        text,
      })),
    )
    .map((passage, position) => ({ position, ...passage }));
}

function groupBlocks(blocks: readonly Content[]): string[] {
  const groups: string[] = [];
  for (const piece of blocks.flatMap(splitBlock)) {
    const last = groups.at(-1);
    if (last === undefined || last.length + piece.length + 2 > maxLength) groups.push(piece);
    else groups[groups.length - 1] = `${last}\n\n${piece}`;
  }
  return groups;
}

/** Blocks that are too long by themselves are cut: code between lines, text between words. */
function splitBlock(block: Content): string[] {
  if (block.kind === "text") return cut(block.text, /\s+/, " ");
  const mark = block.text.includes("```") ? "````" : "```";
  return cut(block.text, /\n/, "\n").map((code) => `${mark}${block.language}\n${code}\n${mark}`);
}

function cut(text: string, separator: RegExp, glue: string): string[] {
  if (text.length <= maxLength) return [text];
  const pieces: string[] = [];
  for (const part of text.split(separator).flatMap(cutWord)) {
    const last = pieces.at(-1);
    if (last === undefined || last.length + part.length + 1 > maxLength - 100) pieces.push(part);
    else pieces[pieces.length - 1] = last + glue + part;
  }
  return pieces;
}

/** A "word" of thousands of characters (data, or a language without spaces) has no good place to be cut. */
function cutWord(word: string): string[] {
  const pieces: string[] = [];
  for (let rest = [...word]; rest.length > 0; rest = rest.slice(500))
    pieces.push(rest.slice(0, 500).join(""));
  return pieces;
}

import { splitFrontMatter } from "./front-matter.ts";
import { cleanText, inlineText } from "./inline.ts";

/** A piece of a Markdown file, in reading order. */
export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly markdown: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly language: string; readonly text: string };

/**
 * Reads a Markdown or MDX file line by line. Front matter, comments, imports, exports, tags and link
 * definitions are left out; lists, tables, quotes and admonitions become plain lines of text.
 */
export function readBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let fence: { mark: string; language: string; indent: number; lines: string[] } | undefined;
  let skipUntil: RegExp | undefined;

  const flush = () => {
    const text = inlineText(paragraph.join("\n"));
    if (text !== "") blocks.push({ kind: "text", text });
    paragraph = [];
  };
  const endFence = () => {
    const text = cleanText(fence?.lines.join("\n") ?? "").trimEnd();
    if (fence && text.trim() !== "") blocks.push({ kind: "code", language: fence.language, text });
    fence = undefined;
  };

  for (const raw of splitFrontMatter(markdown).body.split("\n")) {
    if (fence) {
      const inner = dedent(raw, fence.indent);
      if (closesFence(inner, fence.mark)) endFence();
      else fence.lines.push(inner);
      continue;
    }
    if (skipUntil) {
      if (skipUntil.test(raw)) skipUntil = undefined;
      continue;
    }
    const line = raw.replace(/^\s*(?:>\s?)+/, "");
    const opening = /^(\s*(?:[-*+]\s+|\d{1,9}[.)]\s+)?)(`{3,}|~{3,})\s*([^\s`{]*)[^`]*$/.exec(line);
    if (opening) {
      flush();
      fence = {
        mark: opening[2] ?? "",
        language: opening[3] ?? "",
        indent: opening[1]?.length ?? 0,
        lines: [],
      };
      continue;
    }
    const heading = atxHeading(line);
    if (heading) {
      flush();
      blocks.push(heading);
      continue;
    }
    const setext = /^ {0,3}(=+|-+)\s*$/.exec(line);
    if (setext) {
      if (paragraph.length > 0) {
        blocks.push({
          kind: "heading",
          level: setext[1]?.startsWith("=") ? 1 : 2,
          markdown: paragraph.join(" "),
        });
        paragraph = [];
      }
      continue;
    }
    const unclosed = paragraph.length === 0 ? startsSkipping(line) : commentStart(line);
    if (unclosed) {
      flush();
      skipUntil = unclosed;
      continue;
    }
    if (line.trim() === "" || isNoise(line)) {
      flush();
      continue;
    }
    const own = ownLine(line);
    if (own === undefined) {
      paragraph.push(line);
    } else {
      flush();
      paragraph.push(own.text);
      if (own.complete) flush();
    }
  }
  endFence();
  flush();
  return blocks;
}

function atxHeading(line: string): Block | undefined {
  const match = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(line);
  if (!match?.[1]) return undefined;
  const markdown = (match[2] ?? "")
    .trim()
    .replace(/(?:^|[ \t])#+$/, "")
    .trim();
  return { kind: "heading", level: match[1].length, markdown };
}

function closesFence(line: string, mark: string): boolean {
  const text = line.trim().replace(/^(?:>\s?)+/, "");
  return text.length >= mark.length && text === (mark[0] ?? "").repeat(text.length);
}

function dedent(line: string, indent: number): string {
  return line.slice(Math.min(indent, line.length - line.trimStart().length));
}

/** What ends a part that is left out, if the line begins one that goes on. */
function startsSkipping(line: string): RegExp | undefined {
  // ES modules in MDX reach to the next empty line.
  if (
    /^(?:import\s+(?:[\w*{].*\sfrom\s|["'{*])|import\s*(?:\{\s*)?$|export\s+(?:const|let|var|function|async|class|default)\b|export\s*[{*])/.test(
      line,
    )
  ) {
    return /^\s*$/;
  }
  return commentStart(line);
}

function commentStart(line: string): RegExp | undefined {
  if (/^\s*<!--/.test(line) && !line.includes("-->")) return /-->/;
  if (/^\s*\{\/\*/.test(line) && !line.includes("*/}")) return /\*\/\}/;
  return undefined;
}

/** Thematic breaks, link definitions, rows of dashes in tables, the end of an admonition. */
function isNoise(line: string): boolean {
  const text = line.trim();
  return (
    /^(?:[-*_]\s*){3,}$/.test(text) ||
    /^\[[^\]]+\]:\s+\S/.test(text) ||
    (/^[\s:|-]+$/.test(text) && text.includes("-")) ||
    /^:{3,}$/.test(text)
  );
}

/** Lines that do not run on in the line before: items, rows, and the title of an admonition. */
function ownLine(line: string): { text: string; complete: boolean } | undefined {
  const item = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(\S.*)$/.exec(line);
  if (item) return { text: item[1] ?? "", complete: false };
  if (/^\s*\|/.test(line)) {
    const cells = line
      .trim()
      .replace(/^\||\|$/g, "")
      .split(/(?<!\\)\|/);
    return {
      text: cells
        .map((cell) => cell.trim())
        .filter((cell) => cell !== "")
        .join(" · "),
      complete: true,
    };
  }
  const admonition = /^\s*:{3,}\s*[A-Za-z][\w-]*\s*(?:\[([^\]]*)\])?(?:\{[^}]*\})?\s*(.*)$/.exec(line);
  if (admonition) return { text: admonition[1] ?? admonition[2] ?? "", complete: true };
  return undefined;
}

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../repository-paths.mjs";

/** A fenced block of a page of the book, with the words after its language. */
export interface CodeBlock {
  /** The page's file name, without its ending. */
  readonly page: string;
  /** Where the block's first line stands in the file. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
  /** `run`, or `run="what it prints last"`: the tests run it against a real server. */
  readonly run?: { readonly lastLine: string | undefined };
  /** `title="name"`: the reader saves it under this name, and so do the tests. */
  readonly title?: string;
  /** `check`: it is parsed, not run. */
  readonly check: boolean;
  /** `shown="why"`: it cannot be run, for this reason. */
  readonly shown?: string;
}

/** What somebody may type or copy, so that it has to work. */
const commandLanguages = new Set(["bash", "js", "jsx", "ts", "tsx", "python"]);
const dataLanguages = new Set(["json", "ini", "http", "nginx", "text"]);
const runnable = new Set(["bash", "js", "python"]);

export const pagesFolder = join(repositoryRoot, "book", "docs");

/** Every page of the book: its name, and its Markdown. */
export const readPages = () =>
  globSync("*.md", { cwd: pagesFolder })
    .sort()
    .map((file) => ({
      page: file.replace(/\.md$/, ""),
      markdown: readFileSync(join(pagesFolder, file), "utf8"),
    }));

/** The fenced blocks of a page, in their order. */
export function readCodeBlocks(page: string, markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { indent: number; info: string; line: number; lines: string[] } | undefined;
  markdown.split("\n").forEach((line, index) => {
    const fence = /^( *)```(.*)$/.exec(line);
    if (open === undefined) {
      if (fence) open = { indent: fence[1]?.length ?? 0, info: fence[2] ?? "", line: index + 2, lines: [] };
    } else if (fence) {
      const { info, line: start, lines } = open;
      blocks.push({ page, line: start, text: `${lines.join("\n")}\n`, ...readMarks(info) });
      open = undefined;
    } else {
      open.lines.push(line.slice(open.indent));
    }
  });
  return blocks;
}

function readMarks(info: string): Pick<CodeBlock, "language" | "run" | "title" | "check" | "shown"> {
  const language = /^\S*/.exec(info)?.[0] ?? "";
  const mark = (name: string) => new RegExp(`\\s${name}(?:="([^"]*)")?(?=\\s|$)`).exec(info);
  const [run, title, shown] = [mark("run"), mark("title")?.[1], mark("shown")?.[1]];
  return {
    language,
    check: mark("check") !== null,
    ...(run && { run: { lastLine: run[1] } }),
    ...(title !== undefined && { title }),
    ...(shown !== undefined && { shown }),
  };
}

/** Why nothing would notice when this block stops working, or nothing where it is looked after. */
export function missingMark(block: CodeBlock): string | undefined {
  const { language, run, title, check, shown } = block;
  if (dataLanguages.has(language)) return undefined;
  if (!commandLanguages.has(language)) {
    return `the language "${language}" is not known here: ${[...commandLanguages, ...dataLanguages].join(", ")}`;
  }
  if (run && !runnable.has(language)) return `${language} cannot be run; mark it check`;
  if (run || title !== undefined || check || shown) return undefined;
  return `mark it run, title="file", check, or shown="why it cannot run"`;
}

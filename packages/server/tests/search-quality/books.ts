import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const repository = join(import.meta.dirname, "../../../..");

/** A book's Markdown with a list of its pages, as a built Docusaurus site has them. */
export interface PlacedBook {
  readonly directory: string;
  remove(): void;
}

/** This project's own book. */
export const thisBook = (): PlacedBook => place(join(repository, "book/docs"));

/** The documentation in the package `ai`, of the release that the lockfile names. */
export const aiSdkDocs = (): PlacedBook => place(join(repository, "node_modules/ai/docs"));

function place(docs: string): PlacedBook {
  const directory = mkdtempSync(join(tmpdir(), "bookplate-quality-"));
  symlinkSync(docs, join(directory, "docs"));
  const files = readdirSync(docs, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.mdx?$/.test(file),
  );
  const pages = files.sort().map((file) => ({
    source: `docs/${file}`,
    permalink: permalinkOf(file),
    title: titleOf(readFileSync(join(docs, file), "utf8")) ?? file,
  }));
  mkdirSync(join(directory, "build"));
  writeFileSync(join(directory, "build/bookplate-pages.json"), JSON.stringify(pages));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** As Docusaurus makes it: without the numbers that put files in order. */
function permalinkOf(file: string): string {
  const parts = file.replace(/\.mdx?$/, "").split("/");
  return `/${parts
    .map((part) => part.replace(/^\d+-/, ""))
    .join("/")
    .replace(/(^|\/)index$/, "")}`;
}

function titleOf(markdown: string): string | undefined {
  return (
    /^---\n[\s\S]*?^title: *(.+)$/m.exec(markdown)?.[1]?.replace(/^["']|["']$/g, "") ??
    /^# (.+)$/m.exec(markdown)?.[1]
  );
}

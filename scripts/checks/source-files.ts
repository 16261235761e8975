import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../repository-paths.mjs";

/** One file of the repository, by its path from the root. */
export interface SourceFile {
  path: string;
  text: string;
}

const textFile = /\.(ts|tsx|mjs|js|json|css|md|mdx|sql)$/;

/** Every text file that git tracks or would track: what is ignored is made, not written. */
export function readRepository(): SourceFile[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: repositoryRoot,
    encoding: "utf8",
  });
  return listed
    .split("\n")
    .filter((path) => textFile.test(path) && existsSync(join(repositoryRoot, path)))
    .map((path) => ({ path, text: readFileSync(join(repositoryRoot, path), "utf8") }));
}

/** Blanks comments and keeps the lines, so that prose may name what code may not use. */
export function withoutComments(text: string): string {
  const blank = (comment: string) => comment.replace(/[^\n]/g, " ");
  return text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(?<=^|[\s;{}(,])\/\/.*$/gm, blank);
}

export const isTypeScript = ({ path }: SourceFile): boolean => /\.tsx?$/.test(path);
export const isTest = ({ path }: SourceFile): boolean => /\.test\.tsx?$/.test(path) || /\/tests\//.test(path);

/** The code of the server that runs in production. */
export const isServerCode = (file: SourceFile): boolean =>
  file.path.startsWith("packages/server/src/") && isTypeScript(file) && !isTest(file);

/** Says `path:line: what` for every match of the pattern, which carries the flag `g`. */
export function findMatches(file: SourceFile, text: string, pattern: RegExp, what: string): string[] {
  return [...text.matchAll(pattern)].map((match) => {
    const line = text.slice(0, match.index).split("\n").length;
    return `${file.path}:${line}: ${what} (${match[0].trim()})`;
  });
}

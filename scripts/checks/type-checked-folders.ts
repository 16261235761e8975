import type { SourceFile } from "./source-files.ts";

const folderOf = (path: string) => /^(?:(?:packages|examples)\/[^/]+|[^/]+)(?=\/)/.exec(path)?.[0];

/** Folders with TypeScript that no tsconfig.json checks. The root has one file, which scripts/ checks along. */
export function findUncheckedFolders(files: SourceFile[]): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const folders = files.filter(({ path }) => /\.tsx?$/.test(path)).map(({ path }) => folderOf(path));
  return [...new Set(folders)]
    .filter((folder) => folder !== undefined && !paths.has(`${folder}/tsconfig.json`))
    .map((folder) => `${folder}: has TypeScript and no tsconfig.json`);
}

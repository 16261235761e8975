import { posix } from "node:path";
import { type SourceFile, withoutComments } from "./source-files.ts";

const specifier = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*["']([^"']+)["']/g;

/** What a file imports, in whatever way: packages by their names, files by their paths from the root. */
export function findImports(file: SourceFile): string[] {
  return [...withoutComments(file.text).matchAll(specifier)].map(([, name = ""]) =>
    name.startsWith(".") ? posix.join(posix.dirname(file.path), name) : name,
  );
}

/** Whether an import is the package itself or a part of it. */
export const isFrom = (imported: string, packageName: string): boolean =>
  imported === packageName || imported.startsWith(`${packageName}/`);

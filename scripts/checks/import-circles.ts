import { findImports } from "./code-imports.ts";
import { isTypeScript, type SourceFile } from "./source-files.ts";

/** What is gone when the code runs; a circle of types alone is none of modules. */
const typeImport = /\b(?:import|export)\s+type\b[^;]*?\bfrom\s*["'][^"']+["']/g;
const importOfTypesOnly = /\bimport\s*\{(?:\s*type\s[^,}]+,?)+\s*\}\s*from\s*["'][^"']+["']/g;

const withoutTypes = ({ path, text }: SourceFile): SourceFile => ({
  path,
  text: text.replace(typeImport, "").replace(importOfTypesOnly, ""),
});

/**
 * Files that need each other before either is loaded, so that what one of them exports depends on which is loaded first.
 *
 * @returns each circle as its paths in the order of the imports, back to the first
 */
export function findImportCircles(files: SourceFile[]): string[] {
  const imports = new Map(
    files.filter(isTypeScript).map((file) => [file.path, findImports(withoutTypes(file))] as const),
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const follow = (path: string, way: readonly string[]): void => {
    const begin = way.indexOf(path);
    if (begin !== -1) circles.push([...way.slice(begin), path].join(" → "));
    if (begin !== -1 || done.has(path)) return;
    for (const imported of imports.get(path) ?? []) follow(imported, [...way, path]);
    done.add(path);
  };
  for (const path of imports.keys()) follow(path, []);
  return circles;
}

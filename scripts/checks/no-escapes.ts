import { findMatches, isTypeScript, type SourceFile, withoutComments } from "./source-files.ts";

const inCode = [
  {
    pattern: /^\s*(?:export\s+)?(?:declare\s+)?(?:const\s+)?enum\s+\w+/gm,
    what: "type stripping knows no enum",
  },
  { pattern: /\b(?:test|it|describe)\.(?:only|skip|todo)\b/g, what: "every test runs" },
];
const inComments = [
  { pattern: /@ts-(?:ignore|nocheck|expect-error)\b/g, what: "mend the type" },
  { pattern: /biome-ignore\b/g, what: "mend the code" },
];

/** Ways around the compiler, the linter and the tests. The checks themselves must name them. */
export const findEscapes = (files: SourceFile[]): string[] =>
  files
    .filter((file) => isTypeScript(file) && !file.path.startsWith("scripts/checks/"))
    .flatMap((file) => [
      ...inCode.flatMap(({ pattern, what }) => findMatches(file, withoutComments(file.text), pattern, what)),
      ...inComments.flatMap(({ pattern, what }) => findMatches(file, file.text, pattern, what)),
    ]);

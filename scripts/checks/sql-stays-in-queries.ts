import { findMatches, isServerCode, type SourceFile, withoutComments } from "./source-files.ts";

const statement =
  /\bsql(?:<[^`]*>)?`|\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(/g;
const mayContainSql = (path: string) =>
  /(^|[/-])queries\.ts$/.test(path) || path.startsWith("packages/server/src/database/");

/** SQL outside `queries.ts`, `*-queries.ts` and `database/`. */
export const findStraySql = (files: SourceFile[]): string[] =>
  files
    .filter((file) => isServerCode(file) && !mayContainSql(file.path))
    .flatMap((file) => findMatches(file, withoutComments(file.text), statement, "SQL belongs in queries.ts"));

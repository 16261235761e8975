import { findImports, isFrom } from "./code-imports.ts";
import { findMatches, isServerCode, type SourceFile, withoutComments } from "./source-files.ts";

const server = "packages/server/src/";

interface ImportRule {
  isMeant: (imported: string) => boolean;
  isAllowedIn: (path: string) => boolean;
  sentence: string;
}

const importRules: ImportRule[] = [
  {
    isMeant: (name) =>
      isFrom(name, "better-auth") || name.startsWith("@better-auth/") || isFrom(name, "better-call"),
    isAllowedIn: (path) => path.startsWith(`${server}better-auth/`),
    sentence: "only better-auth/ knows Better Auth",
  },
  {
    isMeant: (name) => isFrom(name, "hono") || name.startsWith("@hono/"),
    isAllowedIn: (path) =>
      path.startsWith(`${server}http/`) ||
      path === `${server}app.ts` ||
      path === `${server}guard/for-hono.ts` ||
      // The schemas of routes may lie beside them.
      /(^|[/-])(routes|schemas)\.ts$/.test(path),
    sentence: "only http/, routes.ts and app.ts know Hono",
  },
];

/** Imports of Better Auth and Hono outside the rooms that may know them. */
export const findStrayImports = (files: SourceFile[]): string[] =>
  files
    .filter(isServerCode)
    .flatMap((file) =>
      findImports(file).flatMap((imported) =>
        importRules
          .filter((rule) => rule.isMeant(imported) && !rule.isAllowedIn(file.path))
          .map((rule) => `${file.path}: ${rule.sentence} (${imported})`),
      ),
    );

/** Reading the environment outside `config/`. */
export const findStrayEnvironment = (files: SourceFile[]): string[] =>
  files
    .filter((file) => isServerCode(file) && !file.path.startsWith(`${server}config/`))
    .flatMap((file) =>
      findMatches(
        file,
        withoutComments(file.text),
        /\bprocess\.env\b|\bloadEnvFile\b/g,
        "only config/ reads the environment",
      ),
    );

/**
 * Problem documents made outside `http/problem.ts`; the media type gives them away. As a key it only describes one,
 * in the OpenAPI document.
 */
export const findStrayProblems = (files: SourceFile[]): string[] =>
  files
    .filter((file) => isServerCode(file) && file.path !== `${server}http/problem.ts`)
    .flatMap((file) =>
      findMatches(
        file,
        withoutComments(file.text),
        /["'`]application\/problem\+json[^"'`]*["'`](?!\s*\]?:)/g,
        "only http/problem.ts turns an error into a response",
      ),
    );

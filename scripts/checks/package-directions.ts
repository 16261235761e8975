import { findImports, isFrom } from "./code-imports.ts";
import { findMatches, isTest, isTypeScript, type SourceFile, withoutComments } from "./source-files.ts";

/**
 * Which members of the workspace a member may import. Nobody imports the server, whose OpenAPI document is the contract;
 * but services beside it import its guard, which is all that it exports.
 */
const mayImport: Record<string, string[]> = {
  book: ["docusaurus-theme"],
  client: ["messages"],
  "docusaurus-theme": ["react", "client", "messages"],
  e2e: ["client", "messages"],
  examples: ["client", "react", "server"],
  messages: [],
  "openapi-types": [],
  react: ["client", "messages"],
  // The clients are for its tests.
  server: ["messages", "better-auth-clients"],
  "better-auth-clients": [],
};

const memberOf = (path: string): string | undefined => /^(?:packages\/)?([^/]+)\//.exec(path)?.[1];

/** The member that an import leads to, by its name or by a path out of the importing member. */
function findTarget(imported: string): string | undefined {
  if (imported.startsWith("@bookplate/")) return imported.split("/")[1];
  return imported.startsWith("packages/") ||
    ["book", "e2e", "examples"].some((name) => isFrom(imported, name))
    ? memberOf(`${imported}/`)
    : undefined;
}

/** Imports between members of the workspace against the direction. */
export const findWrongDirections = (files: SourceFile[]): string[] =>
  files
    .filter((file) => /\.(tsx?|mjs)$/.test(file.path))
    .flatMap((file) => {
      const member = memberOf(file.path) ?? "";
      const allowed = mayImport[member];
      if (allowed === undefined) return [];
      return findImports(file)
        .map(findTarget)
        .filter((target) => target !== undefined && target !== member && !allowed.includes(target))
        .map((target) => `${file.path}: ${member} may not import ${target}`);
    });

/** A client that knows React, or React parts that fetch by themselves. */
export function findMixedConcerns(files: SourceFile[]): string[] {
  const code = files.filter((file) => isTypeScript(file) && !isTest(file));
  const reactInClient = code
    .filter((file) => file.path.startsWith("packages/client/src/"))
    .filter((file) => findImports(file).some((name) => isFrom(name, "react") || isFrom(name, "react-dom")))
    .map((file) => `${file.path}: client knows no React`);
  const fetchInReact = code
    .filter((file) => file.path.startsWith("packages/react/src/"))
    .flatMap((file) =>
      findMatches(file, withoutComments(file.text), /(?<![.\w])fetch\(/g, "react does not fetch"),
    );
  return [...reactInClient, ...fetchInReact];
}

import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { repositoryRoot } from "./repository-paths.mjs";
import { runUntilExit } from "./run-until-exit.mjs";

const server = join(repositoryRoot, "packages", "server");
const made = join(server, "dist");
const declarations = join(repositoryRoot, ".cache", "guard-types");
const entry = join("guard", "index.ts");

/** Vite is the server's dependency, not the repository's. */
interface Vite {
  build(options: object): Promise<unknown>;
}

/**
 * Makes the guard of `@bookplate/server` into one file of JavaScript that needs no other package, for services that do
 * not run TypeScript; Node never does so below `node_modules`.
 */
export async function buildGuard(): Promise<void> {
  const { build } = (await import(createRequire(join(server, "package.json")).resolve("vite"))) as Vite;
  await build({
    configFile: false,
    logLevel: "warn",
    root: server,
    build: {
      ssr: join("src", entry),
      target: "node20",
      outDir: made,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: "guard.js" } },
    },
    ssr: { target: "node", noExternal: true },
  });
}

/** The types of it: what the compiler derives, as far as the entry leads to it. */
export async function buildGuardTypes(): Promise<boolean> {
  rmSync(declarations, { recursive: true, force: true });
  const compiler = join(repositoryRoot, "node_modules", ".bin", "tsc");
  const code = await runUntilExit(compiler, [
    ...["--project", join(server, "tsconfig.guard.json")],
    ...["--outDir", declarations],
  ]);
  if (code !== 0) return false;
  const from = join(declarations, "server", "src");
  for (const file of findReachable(join(from, entry))) cpSync(file, join(made, relative(from, file)));
  return true;
}

function findReachable(first: string): Set<string> {
  const found = new Set<string>();
  const toVisit = [declarationOf(first)];
  for (let file = toVisit.pop(); file !== undefined; file = toVisit.pop()) {
    if (found.has(file) || !existsSync(file)) continue;
    found.add(file);
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(/\bfrom "(\.[^"]+)"/g))
      toVisit.push(declarationOf(join(dirname(file), name)));
  }
  return found;
}

const declarationOf = (source: string) => source.replace(/\.ts$/, ".d.ts");

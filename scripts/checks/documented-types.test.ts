import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCodeBlocks, readPages } from "../documentation/code-blocks.ts";
import { repositoryRoot } from "../repository-paths.mjs";

/** Below the repository, so that the compiler finds what is installed there. */
const folder = join(repositoryRoot, ".cache", "documented-types");

const config = {
  extends: "../../tsconfig.base.json",
  compilerOptions: {
    lib: ["es2024", "dom", "dom.iterable"],
    module: "preserve",
    moduleResolution: "bundler",
    jsx: "react-jsx",
    types: ["node", "vite/client"],
  },
  include: ["."],
};

/** @returns what the compiler says; nothing where every file fits */
function compile(files: Record<string, string>): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries({ ...files, "tsconfig.json": JSON.stringify(config) })) {
    writeFileSync(join(folder, name), text);
  }
  const compiler = join(repositoryRoot, "node_modules", ".bin", "tsc");
  try {
    return execFileSync(compiler, ["--project", folder], { encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  }
}

const compilingTimeoutMs = 60_000;

test(
  "TypeScript on the book's pages fits the packages that it is about, and a wrong call is found",
  () => {
    const blocks = readPages()
      .flatMap(({ page, markdown }) => readCodeBlocks(page, markdown))
      .filter(({ language }) => language === "ts" || language === "tsx")
      .map(({ page, line, language, text }) => [`${page}-${line}.${language}`, text]);
    expect(blocks.length).toBeGreaterThan(5);
    const wrong = 'import { createClient } from "@bookplate/client";\ncreateClient({ apiOrigin: "" });\n';
    const said = compile({ ...Object.fromEntries(blocks), "wrong-1.ts": wrong })
      .trim()
      .split("\n");
    expect(said.filter((line) => /^\S/.test(line))).toEqual([expect.stringContaining("wrong-1.ts(2,16)")]);
  },
  compilingTimeoutMs,
);

import { execFile } from "node:child_process";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { installedNode, repositoryRoot } from "../repository-paths.mjs";
import { chunksFile } from "./chunks-file.mjs";
import type { TracedChunk } from "./traced-chunk.ts";

const bookFolder = join(repositoryRoot, "book");
const outFolder = join(repositoryRoot, ".cache", "weighed-book");
const configFile = join(repositoryRoot, "scripts", "weight", "docusaurus.config.mjs");

/** What the bundler says about a chunk and the ones that are loaded with it. */
export interface ChunkRelations {
  readonly id: string;
  readonly initial: boolean;
  readonly files: readonly string[];
  readonly siblings: readonly string[];
}

/** A built book whose bytes can be traced. */
export interface WeighedBook {
  readonly chunks: readonly TracedChunk[];
  readonly relations: readonly ChunkRelations[];
  readonly css: string;
}

/**
 * Builds the book as readers get it, with maps beside its files.
 *
 * @throws {Error} with Docusaurus's own words when it cannot be built
 */
export async function buildWeighedBook(): Promise<WeighedBook> {
  const docusaurus = createRequire(join(bookFolder, "package.json")).resolve("@docusaurus/core/package.json");
  const command = join(dirname(docusaurus), "bin", "docusaurus.mjs");
  rmSync(outFolder, { recursive: true, force: true });
  mkdirSync(outFolder, { recursive: true });
  await promisify(execFile)(
    installedNode,
    [command, "build", bookFolder, "--config", configFile, "--out-dir", outFolder],
    {
      cwd: bookFolder,
      env: {
        ...process.env,
        NODE_ENV: "production",
        NO_UPDATE_NOTIFIER: "1",
      },
    },
  );
  return readWeighedBook();
}

function readWeighedBook(): WeighedBook {
  const chunks = globSync("assets/js/*.js", { cwd: outFolder }).flatMap((file) => {
    const mapFile = join(outFolder, `${file}.map`);
    if (!existsSync(mapFile)) return [];
    const code = readFileSync(join(outFolder, file), "utf8");
    return [{ file, code, map: JSON.parse(readFileSync(mapFile, "utf8")) }];
  });
  const relations: ChunkRelations[] = JSON.parse(readFileSync(join(outFolder, chunksFile), "utf8"));
  const css = globSync("assets/css/*.css", { cwd: outFolder })
    .map((file) => readFileSync(join(outFolder, file), "utf8"))
    .join("\n");
  return { chunks, relations, css };
}

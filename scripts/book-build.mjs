import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import util from "node:util";
import { hashContent } from "./content-hash.mjs";
import { showProgress } from "./progress.mjs";
import { installedNode, repositoryRoot } from "./repository-paths.mjs";

const bookFolder = join(repositoryRoot, "book");
const buildFolder = join(bookFolder, "build");
/** Outside book/, so that neither git nor the next digest sees a half-built book. */
const workFolder = join(repositoryRoot, ".cache", "book");
const digestFile = ".sources-sha256";

/** Everything that the built book is made of. */
const sources = [
  "book",
  "packages/client",
  "packages/docusaurus-theme",
  "packages/messages",
  "packages/react",
  "package-lock.json",
];

/** The addresses of the environment that the book's configuration reads end up in its pages. */
const buildSettings = ["BOOK_URL", "PUBLIC_URL"];

/**
 * As the server reads them: the environment, completed by `.env` (which Node can parse from 20.12 on; a missing name
 * would keep an older one from even loading a named import).
 */
function readSettings() {
  const file = join(repositoryRoot, ".env");
  /** @type {NodeJS.ProcessEnv} */
  const settings = {
    ...(existsSync(file) && util.parseEnv ? util.parseEnv(readFileSync(file, "utf8")) : {}),
    ...process.env,
  };
  return Object.fromEntries(
    buildSettings.flatMap((name) => (settings[name] ? [[name, settings[name]]] : [])),
  );
}

function currentDigest() {
  const settings = JSON.stringify(readSettings());
  return `${hashContent(repositoryRoot, sources)}\n${settings}\n`;
}

function builtDigest() {
  const file = join(buildFolder, digestFile);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/**
 * @param {string} outFolder
 * @returns {Promise<{ succeeded: boolean, output: string }>}
 */
function runDocusaurus(outFolder) {
  const docusaurus = createRequire(join(bookFolder, "package.json")).resolve("@docusaurus/core/package.json");
  const command = join(dirname(docusaurus), "bin", "docusaurus.mjs");
  const child = spawn(installedNode, [command, "build", "--out-dir", outFolder], {
    cwd: bookFolder,
    env: { ...process.env, ...readSettings(), NODE_ENV: "production", NO_UPDATE_NOTIFIER: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (text) => {
    output += text;
  });
  child.stderr.on("data", (text) => {
    output += text;
  });
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ succeeded: false, output: String(error) }));
    child.on("close", (code) => resolve({ succeeded: code === 0, output }));
  });
}

/**
 * Puts a finished book in the place of the old one. A process killed in between leaves no book, never half a book.
 *
 * @param {string} finished
 */
function replaceBook(finished) {
  const old = join(workFolder, `old-${process.pid}`);
  if (existsSync(buildFolder)) renameSync(buildFolder, old);
  renameSync(finished, buildFolder);
  rmSync(old, { recursive: true, force: true });
}

/**
 * Builds the book when its sources, the packages in it or its addresses have changed since the last build.
 *
 * @returns {Promise<boolean>} false when the build failed; its output has been shown then
 */
export async function buildBookIfNeeded() {
  const digest = currentDigest();
  if (builtDigest() === digest) return true;
  const outFolder = join(workFolder, `build-${process.pid}`);
  mkdirSync(workFolder, { recursive: true });
  const progress = showProgress("Building the book");
  const { succeeded, output } = await runDocusaurus(outFolder);
  if (!succeeded) {
    progress.end("failed");
    process.stderr.write(`${output}\nThe book could not be built; the lines above say why.\n`);
    rmSync(outFolder, { recursive: true, force: true });
    return false;
  }
  writeFileSync(join(outFolder, digestFile), digest);
  replaceBook(outFolder);
  progress.end("done");
  return true;
}

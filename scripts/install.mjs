import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findMissingPackage } from "./installed-packages.mjs";
import { installedNode, repositoryRoot } from "./repository-paths.mjs";

/** @returns {boolean} whether node_modules holds exactly what the lockfile names */
function isInstalled() {
  const installedLockfile = join(repositoryRoot, "node_modules", ".package-lock.json");
  if (!existsSync(installedNode) || !existsSync(installedLockfile)) return false;
  const wanted = JSON.parse(readFileSync(join(repositoryRoot, "package-lock.json"), "utf8"));
  const installed = JSON.parse(readFileSync(installedLockfile, "utf8"));
  return findMissingPackage(wanted, installed) === undefined;
}

const attempts = 3;

/** A registry may be away for a moment: npm's own patience ends with the first package that does not come. */
function installRepeatedly() {
  for (let attempt = 1; ; attempt += 1) {
    const result = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: repositoryRoot,
      stdio: "inherit",
    });
    // Whoever has interrupted it wants no other attempt.
    const interrupted = result.status === null || result.status > 128;
    if (result.status === 0 || interrupted || attempt === attempts) return result;
    process.stderr.write(`npm ci did not finish; attempt ${attempt + 1} of ${attempts} …\n`);
  }
}

/**
 * Installs the packages of the lockfile where they are not installed already. npm shows its own progress.
 * Ends the process with one sentence when that fails.
 */
export function installIfNeeded() {
  if (isInstalled()) return;
  const startedAt = performance.now();
  process.stdout.write(
    "Installing the packages of package-lock.json (the first time takes a minute or two) …\n",
  );
  const result = installRepeatedly();
  if (result.status !== 0) {
    process.stderr.write(
      "npm ci did not finish; its own message above says why. Mend that and start again.\n",
    );
    process.exit(result.status ?? 1);
  }
  if (!existsSync(installedNode)) {
    process.stderr.write(
      "npm left Node 24 out, probably because install scripts are off: run `npm ci --ignore-scripts=false`.\n",
    );
    process.exit(1);
  }
  process.stdout.write(`Installed in ${Math.round((performance.now() - startedAt) / 1000)} s.\n`);
}

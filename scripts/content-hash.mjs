import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Folders that are made, not written. */
const generatedFolders = new Set(["node_modules", "build", ".docusaurus"]);

/** @param {string} name */
const isTest = (name) => /\.test\.tsx?$/.test(name);

/**
 * @param {string} path - a file or a folder
 * @returns {string[]} every written file in it; tests are left out, for they change nothing that is shown
 */
function listSources(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory())
      return generatedFolders.has(entry.name) ? [] : listSources(join(path, entry.name));
    return isTest(entry.name) ? [] : [join(path, entry.name)];
  });
}

/**
 * A digest over the names and contents of files, the same on every machine.
 *
 * Contents and not times: a fresh clone gives every file a new time.
 *
 * @param {string} root - the folder that names are relative to
 * @param {string[]} paths - files and folders, relative to `root`
 * @returns {string} SHA-256, hexadecimal
 */
export function hashContent(root, paths) {
  const hash = createHash("sha256");
  const files = paths.flatMap((path) => listSources(join(root, path)));
  for (const file of files.sort()) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file).split(sep).join("/")}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

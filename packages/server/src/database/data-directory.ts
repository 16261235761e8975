import { existsSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { copyImage } from "./image.ts";
import { startPglite } from "./pglite.ts";

/** How a data directory came to be: it was there, or it is new. */
export type Origin = "existing" | "image" | "initialised";

/**
 * Makes sure that the directory holds a database. A new one is prepared beside it and moved into its place
 * whole, so that a process killed at any moment leaves a whole directory or none. The caller holds the lock.
 *
 * @param image - where a prepared database may be; without one PGlite initialises, which takes seconds
 */
export async function prepareDataDirectory(directory: string, image: string): Promise<Origin> {
  removeLeftovers(directory);
  if (existsSync(join(directory, "PG_VERSION"))) return "existing";
  const fresh = `${directory}.new-${process.pid}`;
  const copied = copyImage(image, fresh);
  if (!copied) {
    rmSync(fresh, { recursive: true, force: true });
    await (await startPglite(fresh)).close();
  }
  // Only an empty directory gives way; whatever else is in there is not ours to remove.
  if (existsSync(directory)) rmdirSync(directory);
  renameSync(fresh, directory);
  return copied ? "image" : "initialised";
}

/** Half-prepared and half-removed directories of processes that were killed; nobody else works here. */
function removeLeftovers(directory: string): void {
  const parent = dirname(directory);
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    if (name.startsWith(`${basename(directory)}.new-`) || name.startsWith(`${basename(directory)}.old-`))
      rmSync(join(parent, name), { recursive: true, force: true });
  }
}

/** Removes a database: out of its place at once, then from the disk. The caller holds the lock. */
export function removeDataDirectory(directory: string): void {
  if (!existsSync(directory)) return;
  const old = `${directory}.old-${process.pid}`;
  renameSync(directory, old);
  rmSync(old, { recursive: true, force: true });
}

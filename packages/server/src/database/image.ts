// A fresh embedded database is a copy of one that was initialised and migrated before: PGlite's own
// initialisation takes seconds and most of a gigabyte.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import manifest from "../../package.json" with { type: "json" };
import { migrations } from "./migrations/index.ts";

/** Where `npm run database-image` leaves it: made on this machine, not part of the repository. */
export const defaultImage = join(import.meta.dirname, "../../../../.cache/database-image");

const factsFile = "image.json";
const filesFolder = "pglite";

const factsSchema = z.object({
  /** The programs whose files these are, with their versions. */
  madeWith: z.record(z.string(), z.string()),
  migrations: z.array(z.string()),
  /** SHA-256 over the names and contents of all files. */
  digest: z.string(),
});

/** What an image has to be made with, to be of use to this program. */
function imagePrograms(): Record<string, string> {
  const { dependencies } = manifest;
  return { pglite: dependencies["@electric-sql/pglite"], "pg-boss": dependencies["pg-boss"] };
}

/** Lays a closed data directory down as an image. `target` must not exist yet. */
export function writeImage(dataDirectory: string, target: string): void {
  const digest = copyFiles(dataDirectory, join(target, filesFolder));
  const facts = { madeWith: imagePrograms(), migrations: Object.keys(migrations), digest };
  writeFileSync(join(target, factsFile), `${JSON.stringify(facts, null, 2)}\n`);
}

/**
 * Copies an image's files into a directory that does not exist yet. An image with fewer migrations than this
 * program is good: migrating goes on from there.
 *
 * @returns false where there is no image, or none of use (other versions, unknown migrations, damaged);
 *   what was copied until then is the caller's to remove
 */
export function copyImage(image: string, directory: string): boolean {
  const facts = readFacts(image);
  if (!facts || JSON.stringify(facts.madeWith) !== JSON.stringify(imagePrograms())) return false;
  if (!facts.migrations.every((name) => name in migrations)) return false;
  try {
    return copyFiles(join(image, filesFolder), directory) === facts.digest;
  } catch {
    return false;
  }
}

function readFacts(image: string): z.infer<typeof factsSchema> | undefined {
  try {
    return factsSchema.parse(JSON.parse(readFileSync(join(image, factsFile), "utf8")));
  } catch {
    return undefined;
  }
}

/** @returns the digest of what was written, so that a damaged file is noticed without reading twice */
function copyFiles(from: string, to: string): string {
  const hash = createHash("sha256");
  // The database reads its own files only; nobody else on this machine has to.
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const entries = readdirSync(from, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name).slice(from.length + 1) }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
  for (const { entry, path } of entries) {
    if (entry.isDirectory()) {
      mkdirSync(join(to, path), { recursive: true, mode: 0o700 });
      continue;
    }
    const content = readFileSync(join(from, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
    mkdirSync(dirname(join(to, path)), { recursive: true, mode: 0o700 });
    writeFileSync(join(to, path), content, { mode: 0o600 });
  }
  return hash.digest("hex");
}

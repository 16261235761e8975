// Runs on the system's Node 20: built-ins only.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashContent } from "./content-hash.mjs";
import { installedNode, repositoryRoot } from "./repository-paths.mjs";

const maker = join(repositoryRoot, "scripts", "make-database-image.ts");
const image = join(repositoryRoot, ".cache", "database-image", "image.json");
const digestFile = join(repositoryRoot, ".cache", "database-image-sha256");
const migrations = "packages/server/src/database/migrations";

/** Everything that the image is made of: the schema, and the versions of what writes its files. */
function currentDigest() {
  const manifest = readFileSync(join(repositoryRoot, "packages", "server", "package.json"), "utf8");
  const { dependencies } = JSON.parse(manifest);
  return createHash("sha256")
    .update(hashContent(repositoryRoot, [migrations]))
    .update(JSON.stringify([dependencies["@electric-sql/pglite"], dependencies["pg-boss"]]))
    .digest("hex");
}

/**
 * Makes the prepared database that fresh embedded databases are copied from, where the schema has changed since.
 * Without it a fresh start takes some seconds longer and is otherwise the same, so a failure ends nothing.
 */
export async function makeDatabaseImageIfNeeded() {
  const digest = currentDigest();
  if (existsSync(image) && existsSync(digestFile) && readFileSync(digestFile, "utf8") === digest) return;
  mkdirSync(join(repositoryRoot, ".cache"), { recursive: true });
  const child = spawn(installedNode, [maker], { cwd: repositoryRoot, stdio: "ignore" });
  const made = await new Promise((resolve) => {
    child.on("error", () => resolve(false));
    child.on("close", (code) => resolve(code === 0));
  });
  if (made) writeFileSync(digestFile, digest);
}

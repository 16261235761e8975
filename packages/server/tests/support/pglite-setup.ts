import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A freshly initialised, empty database as an archive; only in the project `integration-pglite`. */
    pgliteImage: string;
  }
}

/** Initialising PGlite takes seconds, loading an initialised one does not: every file loads this one. */
export default async function setup(project: TestProject): Promise<() => void> {
  const directory = mkdtempSync(join(tmpdir(), "bookplate-pglite-"));
  const file = join(directory, "empty.tar");
  const pglite = await PGlite.create();
  writeFileSync(file, Buffer.from(await (await pglite.dumpDataDir("none")).arrayBuffer()));
  await pglite.close();
  project.provide("pgliteImage", file);
  return () => rmSync(directory, { recursive: true, force: true });
}

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { embedded } from "../../src/database/database.ts";
import { startPglite } from "../../src/database/pglite.ts";
import { prepareDatabase } from "./prepare-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A freshly initialised, empty database as an archive; only in the project `integration-pglite`. */
    pgliteImage: string;
    /** The same after a server's first start. */
    preparedPgliteImage: string;
  }
}

/** What a database of a test never uses, and a copy need not pay for: two templates, and 120 MB of memory to be cleared. */
const slimming = [
  "update pg_database set datistemplate = false",
  "drop database template0",
  "drop database template1",
  "alter system set shared_buffers = '8MB'",
];

/** Initialising PGlite takes seconds, loading an initialised one does not: every file loads what is made here. */
export default async function setup(project: TestProject): Promise<() => void> {
  const directory = mkdtempSync(join(tmpdir(), "bookplate-pglite-"));
  const pglite = await startPglite();
  for (const statement of slimming) await pglite.exec(statement);
  const dump = async (name: string) => {
    const file = join(directory, name);
    writeFileSync(file, Buffer.from(await (await pglite.dumpDataDir("none")).arrayBuffer()));
    return file;
  };
  project.provide("pgliteImage", await dump("empty.tar"));
  await prepareDatabase(embedded(pglite, "the image of the tests"));
  project.provide("preparedPgliteImage", await dump("prepared.tar"));
  await pglite.close();
  return () => rmSync(directory, { recursive: true, force: true });
}

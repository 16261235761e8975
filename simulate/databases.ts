import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Secret } from "../packages/server/src/config/secret.ts";
import { type OpenDatabase, openDatabase } from "../packages/server/src/database/database.ts";
import { startPostgresServer } from "../packages/server/tests/support/postgres-server.ts";

export type DatabaseKind = "PGlite" | "Postgres";

export interface Databases {
  /** One handle for each node. */
  readonly handles: readonly OpenDatabase[];
  readonly close: () => Promise<void>;
}

/** A new database in a temporary directory: the embedded one for one node, a Postgres of its own for two. */
export async function openDatabases(kind: DatabaseKind): Promise<Databases> {
  if (kind === "PGlite") {
    const directory = mkdtempSync(join(tmpdir(), "bookplate-simulation-pglite-"));
    const handle = await openDatabase({ kind: "pglite", directory: join(directory, "pglite") });
    const close = async () => {
      await handle.close();
      rmSync(directory, { recursive: true, force: true });
    };
    return { handles: [handle], close };
  }
  const server = await startPostgresServer();
  const url = new Secret(server.url);
  const open = () => openDatabase({ kind: "postgres", url, directUrl: url });
  const handles = [await open(), await open()];
  const close = async () => {
    for (const handle of handles) await handle.close();
    await server.stop();
  };
  return { handles, close };
}

import { openAsBlob } from "node:fs";
import { inject } from "vitest";
import { Secret } from "../../src/config/secret.ts";
import { embedded, type OpenDatabase, openDatabase } from "../../src/database/database.ts";
import { startPglite } from "../../src/database/pglite.ts";
import { createTestDatabase } from "./test-database.ts";

/** The kind of database that this run is about. */
export const databaseKind = process.env.BOOKPLATE_TEST_DATABASE === "postgres" ? "postgres" : "pglite";

/** An empty database of the kind that this run is about; closing it removes it. */
export function openEmptyDatabase(): Promise<OpenDatabase> {
  return databaseKind === "pglite" ? loadImage(inject("pgliteImage")) : copyPostgres();
}

/** The same as a server's first start leaves it: with all tables and none of our rows. */
export function openPreparedDatabase(): Promise<OpenDatabase> {
  return databaseKind === "pglite"
    ? loadImage(inject("preparedPgliteImage"))
    : copyPostgres(inject("preparedPostgres"));
}

/** On a machine that has other things to do, requests wait for a connection for longer than a reader would. */
export function patient(database: OpenDatabase): OpenDatabase {
  if (database.kind === "postgres") database.pool.options.connectionTimeoutMillis = 60_000;
  return database;
}

async function loadImage(file: string): Promise<OpenDatabase> {
  const pglite = await startPglite(undefined, { loadDataDir: await openAsBlob(file) });
  return embedded(pglite, "PGlite in memory");
}

async function copyPostgres(template?: string): Promise<OpenDatabase> {
  const { url, drop } = await createTestDatabase(inject("postgresUrl"), template);
  const secretUrl = new Secret(url);
  const database = patient(await openDatabase({ kind: "postgres", url: secretUrl, directUrl: secretUrl }));
  return {
    ...database,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

import { openAsBlob } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { inject } from "vitest";
import { Secret } from "../../src/config/secret.ts";
import { embedded, type OpenDatabase, openDatabase } from "../../src/database/database.ts";
import { createTestDatabase } from "./test-database.ts";

/** The kind of database that this run is about. */
export const databaseKind = process.env.BOOKPLATE_TEST_DATABASE === "postgres" ? "postgres" : "pglite";

/** An empty database of the kind that this run is about; closing it removes it. */
export async function openEmptyDatabase(): Promise<OpenDatabase> {
  if (databaseKind === "pglite") {
    const pglite = await PGlite.create({ loadDataDir: await openAsBlob(inject("pgliteImage")) });
    return embedded(pglite, "PGlite in memory");
  }
  const { url, drop } = await createTestDatabase(inject("postgresUrl"));
  const secretUrl = new Secret(url);
  const database = await openDatabase({ kind: "postgres", url: secretUrl, directUrl: secretUrl });
  return {
    ...database,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

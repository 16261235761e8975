import type { TestProject } from "vitest/node";
import { Secret } from "../../src/config/secret.ts";
import { openDatabase } from "../../src/database/database.ts";
import { startPostgresServer } from "./postgres-server.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { createTestDatabase } from "./test-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A superuser's URL of the Postgres of this run; only in the project `integration-postgres`. */
    postgresUrl: string;
    /** Name of a database as a server's first start leaves it, to be copied. */
    preparedPostgres: string;
  }
}

/** One Postgres for all the files of the project; every file makes its own database in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgresServer();
  project.provide("postgresUrl", server.url);
  process.env.TEST_POSTGRES_URL = server.url;
  const prepared = await createTestDatabase(server.url);
  const url = new Secret(prepared.url);
  const database = await openDatabase({ kind: "postgres", url, directUrl: url });
  await prepareDatabase(database);
  await database.close();
  project.provide("preparedPostgres", new URL(prepared.url).pathname.slice(1));
  return server.stop;
}

import type { TestProject } from "vitest/node";
import { startPostgresServer } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A superuser's URL of the Postgres of this run; only in the project `integration-postgres`. */
    postgresUrl: string;
  }
}

/** One Postgres for all the files of the project; every file makes its own database in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgresServer();
  project.provide("postgresUrl", server.url);
  process.env.TEST_POSTGRES_URL = server.url;
  return server.stop;
}

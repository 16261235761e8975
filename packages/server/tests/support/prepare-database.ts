import type { OpenDatabase } from "../../src/database/database.ts";
import { createJobs } from "../../src/database/jobs.ts";
import { migrateToLatest } from "../../src/database/migrate.ts";
import { createLog } from "../../src/log.ts";

/** Brings a database to where a server's first start leaves it, without a row of ours: every test file begins with a copy. */
export async function prepareDatabase(database: OpenDatabase): Promise<void> {
  await migrateToLatest(database.db);
  const jobs = createJobs(database, createLog("error"));
  await jobs.start();
  await jobs.stop();
}

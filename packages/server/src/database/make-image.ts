import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { createLog } from "../log.ts";
import { embedded } from "./database.ts";
import { writeImage } from "./image.ts";
import { createJobs } from "./jobs.ts";
import { migrateToLatest } from "./migrate.ts";
import { startPglite } from "./pglite.ts";

/**
 * Makes the image that fresh embedded databases are copied from: the schema of all migrations and of the job
 * queue, and not one row of ours. Secrets and signing keys are made by each database's first start.
 *
 * @param target - replaced whole at the end; a process killed before leaves the old one
 */
export async function makeImage(target: string): Promise<void> {
  const work = `${target}.new-${process.pid}`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const dataDirectory = `${work}/making`;
  const database = embedded(await startPglite(dataDirectory), "the image in the making");
  try {
    await migrateToLatest(database.db);
    const jobs = createJobs(database, createLog("error"));
    await jobs.start();
    await jobs.stop();
  } finally {
    await database.close();
  }
  writeImage(dataDirectory, `${work}/image`);
  const old = `${target}.old-${process.pid}`;
  if (existsSync(target)) renameSync(target, old);
  renameSync(`${work}/image`, target);
  for (const path of [work, old]) rmSync(path, { recursive: true, force: true });
}

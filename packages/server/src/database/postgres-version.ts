import { sql } from "kysely";
import { OperatorRefusal } from "../operator-refusal.ts";
import type { Database } from "./database.ts";

const leastMajor = 15;

export class PostgresTooOldError extends OperatorRefusal {
  constructor(major: number) {
    super((words) => words.failures.postgresTooOld({ found: major, least: leastMajor }));
  }
}

/** @returns the major version @throws {PostgresTooOldError} */
export async function requirePostgresVersion(db: Database): Promise<number> {
  const { rows } = await sql<{
    version: number;
  }>`select current_setting('server_version_num')::int as version`.execute(db);
  const major = Math.floor((rows[0]?.version ?? 0) / 10_000);
  if (major < leastMajor) throw new PostgresTooOldError(major);
  return major;
}

import { sql } from "kysely";
import type { Database } from "./database.ts";

const leastMajor = 15;

export class PostgresTooOldError extends Error {
  constructor(major: number) {
    super(`The database is PostgreSQL ${major}; Bookplate needs ${leastMajor} or newer.`);
    this.name = "PostgresTooOldError";
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

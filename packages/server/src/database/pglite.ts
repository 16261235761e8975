import type { PGlite, PGliteOptions } from "@electric-sql/pglite";

/**
 * Starts the embedded Postgres. What the search needs besides it is handed over each time: files of extensions
 * live in the program, not in the data directory, so directories of any age open.
 *
 * @param dataDir - without one the database is in memory
 */
export async function startPglite(
  dataDir?: string,
  options: Pick<PGliteOptions, "loadDataDir"> = {},
): Promise<PGlite> {
  const [{ PGlite }, { pg_trgm }, { vector }] = await Promise.all([
    import("@electric-sql/pglite"),
    import("@electric-sql/pglite/contrib/pg_trgm"),
    import("@electric-sql/pglite-pgvector"),
  ]);
  const extensions = { pg_trgm, vector };
  return PGlite.create({ ...options, ...(dataDir !== undefined && { dataDir }), extensions });
}

import type { PGlite } from "@electric-sql/pglite";
import { CamelCasePlugin, Kysely, type Transaction as KyselyTransaction, PGliteDialect } from "kysely";
import type { Pool } from "pg";
import type { DatabaseConfig } from "../config/config.ts";
import type { Secret } from "../config/secret.ts";
import { prepareDataDirectory } from "./data-directory.ts";
import { defaultImage } from "./image.ts";
import { lockDirectory } from "./lock-file.ts";
import { startPglite } from "./pglite.ts";
import { PooledPostgresDialect } from "./postgres-dialect.ts";
import { sendPreparedTo } from "./prepared.ts";
import type { Tables } from "./tables.ts";
import { createTakeovers } from "./takeovers.ts";

export type Database = Kysely<Tables>;
export type Transaction = KyselyTransaction<Tables>;

/** A database that is open, and what stands behind it for the parts that need more than Kysely. */
export type OpenDatabase = {
  readonly db: Database;
  /** For the start screen: `PGlite in ./data/pglite (PostgreSQL 18)`. */
  readonly description: string;
  /** The embedded database did not exist before. */
  readonly isNew: boolean;
  /** Tells when another server answers than before, which may lack what was committed last; the embedded database never. */
  onTakeover(listener: () => void): void;
  close(): Promise<void>;
} & (
  | { readonly kind: "pglite"; readonly pglite: PGlite }
  | {
      readonly kind: "postgres";
      readonly pool: Pool;
      readonly url: Secret;
      /** The same database without a pooler in between. */
      readonly directUrl: Secret;
    }
);

/**
 * Opens the embedded database or connects to Postgres. One SQL dialect, two ways to reach it.
 *
 * @param image - what a new embedded database is copied from; without one it takes seconds longer
 * @throws {DirectoryLockedError} when another process has the embedded database open
 */
export async function openDatabase(config: DatabaseConfig, image = defaultImage): Promise<OpenDatabase> {
  return config.kind === "pglite" ? openPglite(config.directory, image) : openPostgres(config);
}

async function openPglite(directory: string, image: string): Promise<OpenDatabase> {
  // PGlite itself lets two processes write into one directory and ruin it.
  const lock = await lockDirectory(directory);
  try {
    const origin = await prepareDataDirectory(directory, image);
    const database = embedded(await startPglite(directory), `PGlite in ${directory}`, () => lock.release());
    return { ...database, isNew: origin !== "existing" };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Wraps a PGlite instance that is already running (tests hand over one in memory). */
export function embedded(pglite: PGlite, description: string, release = async () => {}): OpenDatabase {
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }), plugins: [camelCase()] });
  return {
    kind: "pglite",
    db,
    pglite,
    description,
    isNew: false,
    onTakeover: () => {},
    close: async () => {
      await db.destroy();
      await release();
    },
  };
}

async function openPostgres({
  url,
  directUrl,
}: Extract<DatabaseConfig, { kind: "postgres" }>): Promise<OpenDatabase> {
  const { default: pg } = await import("pg");
  const takeovers = createTakeovers();
  const pool = new pg.Pool({
    connectionString: url.reveal(),
    max: 20,
    connectionTimeoutMillis: 5_000,
    application_name: "bookplate",
    onConnect: async (client) => {
      // Compiling a statement takes longer than any of ours. Not an option of the connection: poolers refuse those.
      const { rows } = await client.query<{ startedAt: string }>(
        `select set_config('jit', 'off', false), pg_postmaster_start_time()::text as "startedAt"`,
      );
      for (const { startedAt } of rows) takeovers.see(startedAt);
    },
  });
  // An idle connection that dies must not take the process with it; the next query reports the failure.
  pool.on("error", () => {});
  // Nor must one that dies in use: whoever waits for its query is told in any case.
  pool.on("connect", (client) => client.on("error", () => {}));
  const db = new Kysely<Tables>({ dialect: new PooledPostgresDialect({ pool }), plugins: [camelCase()] });
  sendPreparedTo(pool, db);
  const { host, database } = new pg.Client({ connectionString: url.reveal() });
  return {
    kind: "postgres",
    db,
    pool,
    url,
    directUrl,
    description: `Postgres ${database} on ${host}`,
    isNew: false,
    onTakeover: takeovers.onTakeover,
    close: () => db.destroy(),
  };
}

/** JSON columns keep their keys as they are written. */
function camelCase(): CamelCasePlugin {
  return new CamelCasePlugin({ maintainNestedObjectKeys: true });
}

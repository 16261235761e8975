import { type Kysely, sql } from "kysely";
import { type MigrationResultSet, Migrator, NO_MIGRATIONS } from "kysely/migration";
import { OperatorRefusal } from "../operator-refusal.ts";
import type { Database, Transaction } from "./database.ts";
import { migrations } from "./migrations/index.ts";

/** Any number; it names "the schema is being changed" among advisory locks. */
const migrationLock = 786_003;

/** The database was migrated by a newer program than this one. */
export class SchemaTooNewError extends OperatorRefusal {
  constructor(name: string) {
    super((words) => words.failures.schemaTooNew({ name }));
  }
}

/** One migration, and whether this database has it. */
export interface MigrationState {
  readonly name: string;
  /** Moment in ISO 8601. */
  readonly appliedAt: string | undefined;
}

/**
 * One at a time: of several nodes that start together one migrates, and the others find nothing left to do. The lock is the
 * transaction's own, so that it ends with it behind a pooler, too.
 *
 * @returns the names of what was applied or taken back, in that order
 */
function migrate(db: Database, how: (migrator: Migrator) => Promise<MigrationResultSet>): Promise<string[]> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(trx);
    await requireKnownMigrations(trx);
    const migrator = new Migrator({
      // Migrations speak SQL as it stands; the camel-case translation is for queries only.
      db: trx.withoutPlugins() as unknown as Kysely<unknown>,
      provider: { getMigrations: async () => ({ ...migrations }) },
    });
    const { error, results = [] } = await how(migrator);
    if (error) throw error;
    return results.filter(({ status }) => status === "Success").map(({ migrationName }) => migrationName);
  });
}

/**
 * Brings the schema to this program's version. Safe when several nodes start together.
 *
 * @returns how many migrations were applied now
 * @throws {SchemaTooNewError}
 */
export async function migrateToLatest(db: Database): Promise<number> {
  return (await migrate(db, (migrator) => migrator.migrateToLatest())).length;
}

/**
 * Brings the schema to one migration, in whichever direction it lies.
 *
 * @param last - the last migration that stays applied; none takes all of them back, and with them all data
 * @returns the names of what was applied or taken back now, in that order
 * @throws {SchemaTooNewError}
 */
export function migrateTo(db: Database, last: string | undefined): Promise<string[]> {
  return migrate(db, (migrator) => migrator.migrateTo(last ?? NO_MIGRATIONS));
}

/** Every migration of this program, in order. @throws {SchemaTooNewError} */
export async function listMigrations(db: Database): Promise<MigrationState[]> {
  const applied = await requireKnownMigrations(db);
  return Object.keys(migrations).map((name) => ({ name, appliedAt: applied.get(name) }));
}

/** The migrations that the database has, with their moments. */
async function requireKnownMigrations(db: Database | Transaction): Promise<Map<string, string>> {
  const plain = db.withoutPlugins() as unknown as Kysely<{
    kysely_migration: { name: string; timestamp: string };
  }>;
  const tables = await plain.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === "kysely_migration")) return new Map();
  const applied = await plain.selectFrom("kysely_migration").select(["name", "timestamp"]).execute();
  const unknown = applied.find(({ name }) => !(name in migrations));
  if (unknown) throw new SchemaTooNewError(unknown.name);
  return new Map(applied.map(({ name, timestamp }) => [name, timestamp]));
}

import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import type { Database } from "./database.ts";
import { migrations } from "./migrations/index.ts";

/** The database was migrated by a newer program than this one. */
export class SchemaTooNewError extends Error {
  constructor(name: string) {
    super(
      `The database has the migration "${name}", which this version of Bookplate does not know. ` +
        "Start the version that migrated it, or a newer one; nothing was changed.",
    );
    this.name = "SchemaTooNewError";
  }
}

function createMigrator(db: Database): Migrator {
  return new Migrator({
    // Migrations speak SQL as it stands; the camel-case translation is for queries only.
    db: db.withoutPlugins() as Kysely<unknown>,
    provider: { getMigrations: async () => ({ ...migrations }) },
  });
}

/**
 * Brings the schema to this program's version. Safe when several nodes start together: Kysely's
 * migrator holds an advisory lock, so one migrates and the others find nothing left to do.
 *
 * @returns how many migrations were applied now
 * @throws {SchemaTooNewError}
 */
export async function migrateToLatest(db: Database): Promise<number> {
  const migrator = createMigrator(db);
  const unknown = await findUnknownMigration(db);
  if (unknown) throw new SchemaTooNewError(unknown);
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error;
  return results.filter(({ status }) => status === "Success").length;
}

async function findUnknownMigration(db: Database): Promise<string | undefined> {
  const plain = db.withoutPlugins() as unknown as Kysely<{ kysely_migration: { name: string } }>;
  const tables = await plain.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === "kysely_migration")) return undefined;
  const applied = await plain.selectFrom("kysely_migration").select("name").execute();
  return applied.find(({ name }) => !(name in migrations))?.name;
}

import { PostgresAdapter, PostgresDialect } from "kysely";

/**
 * The migrator's own lock belongs to a connection, and a pooler that lends connections by transaction keeps it when the
 * connection is given back. `migrate.ts` takes one that ends with the transaction.
 */
class LocklessAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

/** Postgres, perhaps behind a pooler. */
export class PooledPostgresDialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new LocklessAdapter();
  }
}

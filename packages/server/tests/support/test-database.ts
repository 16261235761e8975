import { randomBytes } from "node:crypto";
import pg from "pg";

/** A database for one test file. */
export interface TestDatabase {
  url: string;
  /**
   * Removes the database, also under connections that are still open. It throws when transactions have waited for each
   * other in a circle: Postgres ends one of them then, whose reader meets an error that another order of locks had spared.
   */
  drop: () => Promise<void>;
}

async function runAlone<Row extends pg.QueryResultRow>(
  serverUrl: string,
  statement: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}

/**
 * Makes a database on a running Postgres.
 *
 * @param serverUrl - a superuser's URL, as `startPostgresServer` gives it
 * @param template - what it is a copy of; an empty one where nothing is said
 */
export async function createTestDatabase(serverUrl: string, template = "template0"): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await runAlone(serverUrl, `create database ${name} template ${template}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      const [counted] = await runAlone<{ deadlocks: string }>(
        serverUrl,
        "select deadlocks from pg_stat_database where datname = $1",
        [name],
      );
      await runAlone(serverUrl, `drop database if exists ${name} with (force)`);
      const deadlocks = Number(counted?.deadlocks ?? 0);
      if (deadlocks > 0)
        throw new Error(`${deadlocks} deadlocks: two paths take their locks in different orders.`);
    },
  };
}

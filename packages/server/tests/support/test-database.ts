import { randomBytes } from "node:crypto";
import pg from "pg";

/** A database for one test file. */
export interface TestDatabase {
  url: string;
  /** Removes the database, also under connections that are still open. */
  drop: () => Promise<void>;
}

async function runAlone(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
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
    drop: () => runAlone(serverUrl, `drop database if exists ${name} with (force)`),
  };
}

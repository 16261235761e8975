// Better Auth's own suite for database adapters, on the connection that the server gives it.
import { kyselyAdapter } from "@better-auth/kysely-adapter";
import {
  authFlowTestSuite,
  caseInsensitiveTestSuite,
  joinsTestSuite,
  normalTestSuite,
  testAdapter,
  transactionsTestSuite,
  uuidTestSuite,
} from "@better-auth/test-utils/adapter";
import { getMigrations } from "better-auth/db/migration";
import { sql } from "kysely";
import { databaseKind, openPreparedDatabase } from "./support/database.ts";

const database = await openPreparedDatabase();
// The suite renames fields to columns of either spelling (`email_address`); the plugin that translates ours
// would translate these as well, and bring them back under another name.
const db = database.db.withoutPlugins();

const { execute } = await testAdapter({
  adapter: () =>
    kyselyAdapter(db, { type: "postgres", transaction: true, debugLogs: { isRunningAdapterTests: true } }),
  runMigrations: async (options) => {
    await sql`drop schema public cascade`.execute(db);
    await sql`create schema public`.execute(db);
    const { runMigrations } = await getMigrations({ ...options, database: { db, type: "postgres" } });
    await runMigrations();
  },
  prefixTests: databaseKind,
  tests: [
    normalTestSuite(),
    transactionsTestSuite({ disableTests: { ALL: false } }),
    authFlowTestSuite(),
    joinsTestSuite(),
    uuidTestSuite(),
    caseInsensitiveTestSuite(),
  ],
  onFinish: () => database.close(),
});
execute();

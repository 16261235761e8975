import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { findReaders } from "../src/accounts/queries.ts";
import { migrateToLatest } from "../src/database/migrate.ts";
import { prepareStatement, sendPreparedTo } from "../src/database/prepared.ts";
import type { Tables } from "../src/database/tables.ts";
import { advanceRefreshCounters } from "../src/sessions/turn-queries.ts";
import { uuidv7 } from "../src/uuid.ts";
import { createTestDatabase, type TestDatabase } from "./support/test-database.ts";

let database: TestDatabase;
let pool: pg.Pool;
let db: Kysely<Tables>;
beforeAll(async () => {
  database = await createTestDatabase(inject("postgresUrl"));
  pool = new pg.Pool({ connectionString: database.url, max: 1 });
  db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] });
  sendPreparedTo(pool, db);
  await migrateToLatest(db);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const findKeys = prepareStatement<{ before: Date; id: string }, { createdAt: Date }>(
  "test-find-keys",
  (on, value) =>
    on
      .selectFrom("jwks")
      .select("createdAt")
      .where("createdAt", "<", value("before"))
      .where("id", "=", value("id")),
);

test("a statement of the hot path is parsed once per connection, and takes its values anew each time", async () => {
  const keys = [
    { id: "01937b1c-0000-7000-8000-000000000001", createdAt: new Date("2026-01-01T00:00:00Z") },
    { id: "01937b1c-0000-7000-8000-000000000002", createdAt: new Date("2026-01-02T00:00:00Z") },
  ];
  for (const key of keys)
    await db
      .insertInto("jwks")
      .values({
        ...key,
        publicKey: "",
        privateKey: "",
        alg: null,
        crv: null,
        activatesAt: key.createdAt,
        expiresAt: null,
      })
      .execute();
  for (const { id, createdAt } of keys) {
    expect(await findKeys(db, { before: new Date("2026-02-01T00:00:00Z"), id })).toEqual([{ createdAt }]);
    expect(await findKeys(db, { before: createdAt, id })).toEqual([]);
  }
  const { rows } = await pool.query(
    "select name, generic_plans + custom_plans as runs from pg_prepared_statements",
  );
  expect(rows).toEqual([{ name: expect.stringMatching(/^test-find-keys-[0-9a-f]{12}$/), runs: "4" }]);
});

test("what joins few readers is planned as seldom as what joins many", async () => {
  await pool.query(`
    with reader as (
      insert into "user" (id, email, name, created_at, updated_at)
      select gen_random_uuid(), i || '@example.org', 'Reader', now(), now() from generate_series(1, 2000) i returning id)
    insert into session (id, token, user_id, expires_at, auth_time, delivery, refreshed_at, created_at, updated_at)
    select id, id, id, now(), now(), 'body', now(), now(), now() from reader`);
  await pool.query(`analyze "user", session`);
  const now = new Date();
  const times = { mintedBefore: now, now, idleUntil: now, guestIdleUntil: now };
  // Postgres makes five plans for the values at hand before it compares them with one for all values.
  for (let run = 0; run < 8; run += 1) {
    await findReaders(db, [uuidv7()]);
    await advanceRefreshCounters(db, { sessionIds: [uuidv7()], counters: [1], ...times });
  }
  const { rows } = await pool.query(
    "select custom_plans::int as plans from pg_prepared_statements where name ~ '^(readers|advance-refresh-counters)-'",
  );
  expect(rows).toEqual([{ plans: 5 }, { plans: 5 }]);
});

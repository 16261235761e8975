import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getAuthTables } from "better-auth/db";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createBetterAuth } from "../src/better-auth/auth.ts";
import { Keyring } from "../src/config/keyring.ts";
import type { OpenDatabase } from "../src/database/database.ts";
import { describeSchema } from "../src/database/describe-schema.ts";
import { migrateToLatest, SchemaTooNewError } from "../src/database/migrate.ts";
import { migrations } from "../src/database/migrations/index.ts";
import { openEmptyDatabase } from "./support/database.ts";
import { createTestNativeAuth } from "./support/native-auth.ts";

let database: OpenDatabase;
beforeEach(async () => {
  database = await openEmptyDatabase();
});
afterEach(() => database.close());

test("the migrations make the schema that is written down in schema.sql", async () => {
  await migrateToLatest(database.db);
  expect(await describeSchema(database.db)).toBe(
    readFileSync(join(import.meta.dirname, "../schema.sql"), "utf8"),
  );
});

test("what indexes are made of is found where no schema is searched, as autovacuum and a restored dump do", async () => {
  await migrateToLatest(database.db);
  await sql`insert into "user" (id, name, email, created_at, updated_at)
    values (gen_random_uuid(), 'Alice Lovelace', 'alice@example.org', now(), now())`.execute(database.db);
  await database.db.connection().execute(async (db) => {
    await sql`set search_path = ''`.execute(db);
    await sql`analyze public."user"`.execute(db);
    await sql`reindex table public."user"`.execute(db);
    await sql`reset search_path`.execute(db);
  });
});

test("a second run has nothing to do, and several at once apply each migration once", async () => {
  const applied = await Promise.all(Array.from({ length: 4 }, () => migrateToLatest(database.db)));
  expect(applied.reduce((sum, count) => sum + count, 0)).toBe(Object.keys(migrations).length);
  expect(await migrateToLatest(database.db)).toBe(0);
});

test("a schema from a newer program is refused with advice, and left alone", async () => {
  await migrateToLatest(database.db);
  await sql`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2030-01-01')`.execute(
    database.db,
  );
  const before = await describeSchema(database.db);
  await expect(migrateToLatest(database.db)).rejects.toThrow(SchemaTooNewError);
  expect(await describeSchema(database.db)).toBe(before);
});

test("every migration can be taken back", async () => {
  await migrateToLatest(database.db);
  for (const migration of Object.values(migrations).reverse()) {
    await migration.down?.(database.db.withoutPlugins());
  }
  expect(await describeSchema(database.db)).toBe("\n");
});

test("Better Auth finds every table and column that it expects", async () => {
  await migrateToLatest(database.db);
  const auth = createBetterAuth({
    database: database.db,
    keyring: new Keyring([{ id: "1", secret: "a secret of this server, long enough" }]),
    publicUrl: "http://localhost:7860",
    audience: "http://localhost:7860",
  });
  const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const tables = [auth, createTestNativeAuth(database.db)].flatMap(({ options }) =>
    Object.values(getAuthTables(options)),
  );
  const expected = tables.flatMap(({ modelName, fields }) =>
    ["id", ...Object.entries(fields).map(([name, { fieldName }]) => fieldName ?? name)].map(
      (field) => `${modelName}.${snakeCase(field)}`,
    ),
  );
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'
  `.execute(database.db);
  const existing = new Set(rows.map(({ name }) => name));
  expect(expected.length).toBeGreaterThan(40);
  expect(expected.filter((name) => !existing.has(name))).toEqual([]);
});

test("every foreign key has an index that starts with it, so that a deletion scans nothing", async () => {
  await migrateToLatest(database.db);
  const { rows } = await sql<{ missing: string }>`
    select format('%s (%s)', c.conrelid::regclass, a.attname) as missing
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and not exists (
      select 1 from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])
  `.execute(database.db);
  expect(rows).toEqual([]);
});

import pg from "pg";
import { expect, inject, test } from "vitest";
import { createTestDatabase } from "./test-database.ts";

test("a test database is empty, its own, and gone after the test", async () => {
  const database = await createTestDatabase(inject("postgresUrl"));
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query("create table page (title text not null)");
  const { rows } = await client.query("select count(*)::int as pages from page");
  expect(rows).toEqual([{ pages: 0 }]);
  await client.end();
  await database.drop();
  const late = new pg.Client({ connectionString: database.url });
  await expect(late.connect()).rejects.toMatchObject({ code: "3D000" });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { commandIn } from "./support/command.ts";
import { createTestDatabase, type TestDatabase } from "./support/test-database.ts";

let directory: string;
let database: TestDatabase;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "bp-cli-"));
  database = await createTestDatabase(inject("postgresUrl"));
});
afterAll(async () => {
  await database.drop();
  rmSync(directory, { recursive: true, force: true });
});

const production = {
  BOOKPLATE_ENV: "production",
  PUBLIC_URL: "https://book.test",
  BOOKPLATE_SECRET: "kq3Vw9ZrT7uYbN2mXc5LpD8sGfHjA1eR4tWz",
  SMTP_URL: "smtp://127.0.0.1:1",
  MAIL_FROM: "book@book.test",
};

test("in production a migration is taken back only with a yes", { timeout: 120_000 }, async () => {
  const bookplate = commandIn(directory, { ...production, DATABASE_URL: database.url });
  expect((await bookplate("migrate", "up")).stdout).toMatch(/^applied +0001-initial$/m);
  const refused = await bookplate("migrate", "down", "0");
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("--yes");
  expect((await bookplate("migrate", "status")).stdout).toMatch(/^applied/);
  expect((await bookplate("migrate", "down", "0", "--yes")).stdout).toContain("taken back  0001");
  expect((await bookplate("migrate", "status")).stdout).toMatch(/^pending/);
});

test("doctor says which Postgres it found, and that migrations are pending", async () => {
  const { stdout } = await commandIn(directory, { DATABASE_URL: database.url })("doctor");
  expect(stdout).toMatch(/ok {4}database {2}Postgres test_\w+ on 127\.0\.0\.1 \(PostgreSQL \d+\)/);
  expect(stdout).toMatch(/warn {2}database .* not applied\n.*\n {6}write {5}bookplate migrate up/);
});

test("doctor names a Postgres that does not answer, and no password", async () => {
  const { code, stdout } = await commandIn(directory, {
    DATABASE_URL: "postgres://me:hunter2@127.0.0.1:1/book",
  })("doctor");
  expect(code).toBe(1);
  expect(stdout).toMatch(/fail {2}database {2}The database in DATABASE_URL cannot be reached/);
  expect(stdout).not.toContain("hunter2");
});

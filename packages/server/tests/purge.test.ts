import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { loadConfig } from "../src/config/load.ts";
import { createContext } from "../src/context.ts";
import { migrateToLatest } from "../src/database/migrate.ts";
import { createLog } from "../src/log.ts";
import { createTestClock } from "./support/clock.ts";
import { openEmptyDatabase } from "./support/database.ts";

test("sessions, registrations and letters' tokens leave when their time is over, and not before", async () => {
  const database = await openEmptyDatabase();
  await migrateToLatest(database.db);
  const clock = createTestClock();
  const directory = mkdtempSync(join(tmpdir(), "bookplate-purge-"));
  const config = loadConfig({
    BOOKPLATE_DATA_DIR: directory,
    BCRYPT_COST: "10",
  });
  const transport = { send: async () => {}, close: async () => {} };
  const context = createContext(
    config,
    { database, transport, mailbox: undefined },
    createLog("silent"),
    clock,
  );
  await context.start();
  const device = { ipAddress: "127.0.0.1", userAgent: "test" };
  await context.guests.create({ delivery: "body", device });
  const registration = {
    email: "alice@example.org",
    name: "Alice",
    password: "lantern orchard velvet nine",
    language: "en",
  };
  await context.accounts.register({ ...registration, guestId: undefined });
  const count = async () => {
    const { rows } = await sql<{ sessions: number; pending: number; tokens: number; letters: number }>`
      select (select count(*) from session)::int as sessions, (select count(*) from pending_registration)::int as pending,
        (select count(*) from letter_token)::int as tokens, (select count(*) from letter)::int as letters`.execute(
      database.db,
    );
    return rows[0];
  };
  const purge = async () => {
    await context.sessions.purge();
    await context.accounts.purge();
    await context.mail.purge();
    return count();
  };
  const day = 24 * 3600_000;
  expect(await purge()).toEqual({ sessions: 1, pending: 1, tokens: 1, letters: 1 });
  clock.advance(day + 1000);
  expect(await purge()).toEqual({ sessions: 1, pending: 1, tokens: 0, letters: 1 });
  clock.advance(6 * day);
  expect(await purge()).toEqual({ sessions: 1, pending: 0, tokens: 0, letters: 1 });
  clock.advance(23 * day);
  expect(await purge()).toEqual({ sessions: 0, pending: 0, tokens: 0, letters: 0 });
  await context.stop();
  await database.close();
  rmSync(directory, { recursive: true });
});

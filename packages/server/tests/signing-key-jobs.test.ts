import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeProtectedHeader } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import { loadConfig } from "../src/config/load.ts";
import { type Context, createContext } from "../src/context.ts";
import type { OpenDatabase } from "../src/database/database.ts";
import { migrateToLatest } from "../src/database/migrate.ts";
import { inTransaction } from "../src/database/transaction.ts";
import { createLog } from "../src/log.ts";
import { createTestClock, type TestClock } from "./support/clock.ts";
import { openPreparedDatabase } from "./support/database.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const jobTimeoutMs = 60_000;

let directory: string;
let database: OpenDatabase;
let clock: TestClock;
let context: Context;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "bookplate-keys-"));
  database = await openPreparedDatabase();
  await migrateToLatest(database.db);
  clock = createTestClock();
  clock.standStill();
  const config = loadConfig({ BOOKPLATE_DATA_DIR: directory, BCRYPT_COST: "10", ACCESS_TOKEN_TTL: "60m" });
  const transport = { send: async () => ({ sentBy: "mailbox" as const }), close: async () => {} };
  context = createContext(config, { database, transport, mailbox: undefined }, createLog("silent"), clock);
  await context.start();
});
afterEach(async () => {
  await context.stop();
  await database.close();
  rmSync(directory, { recursive: true });
});

const published = () => context.sessions.signingKeys.published().map(({ kid }) => kid);
const kidOf = (token: string) => decodeProtectedHeader(token).kid;

async function newToken(): Promise<string> {
  const device = { ipAddress: "127.0.0.1", userAgent: "test" };
  return (await context.guests.create({ delivery: "body", device })).accessToken.token;
}

test("keys rotate by a job: the next one signs when the last has signed for ninety days", async () => {
  const rotate = () => context.sessions.signingKeys.rotateIfDue();
  clock.advance(90 * day - 11 * minute);
  await rotate();
  expect(published()).toHaveLength(1);
  clock.advance(2 * minute);
  await inTransaction(database.db, (trx) => context.jobs.send(trx, "rotate-signing-keys", {}));
  await waitUntil("the next key", jobTimeoutMs, async () => published()[1]);
  await Promise.all([rotate(), rotate(), rotate()]);
  const [old, young] = published();
  expect(published()).toHaveLength(2);
  expect(kidOf(await newToken())).toBe(old);
  clock.advance(10 * minute);
  await rotate();
  expect(published()).toHaveLength(2);
  expect(kidOf(await newToken())).toBe(young);
});

test("a key that was replaced verifies until its last token has expired, and is deleted then", async () => {
  clock.advance(90 * day - 10 * minute);
  await context.sessions.signingKeys.rotateIfDue();
  const [old, young] = published();
  clock.advance(9 * minute + 59_000);
  const last = await newToken();
  expect(kidOf(last)).toBe(old);
  clock.advance(59 * minute);
  await context.sessions.purge();
  expect(published()).toEqual([old, young]);
  await context.sessions.authenticate(last);
  clock.advance(7 * minute);
  expect(published()).toEqual([young]);
  expect(context.sessions.signingKeys.has(old ?? "")).toBe(true);
  await context.sessions.purge();
  expect(context.sessions.signingKeys.has(old ?? "")).toBe(false);
});

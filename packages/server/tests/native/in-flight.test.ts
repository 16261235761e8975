import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { InvalidCredentialsError } from "../../src/accounts/errors.ts";
import { loadConfig } from "../../src/config/load.ts";
import { type Context, createContext } from "../../src/context.ts";
import type { OpenDatabase } from "../../src/database/database.ts";
import { migrateToLatest } from "../../src/database/migrate.ts";
import { inTransaction } from "../../src/database/transaction.ts";
import { createLog } from "../../src/log.ts";
import { SessionEndedError } from "../../src/sessions/errors.ts";
import { uuidv7 } from "../../src/uuid.ts";
import { createTestClock, type TestClock } from "../support/clock.ts";
import { openEmptyDatabase } from "../support/database.ts";

const device = { ipAddress: "127.0.0.1", userAgent: "test" };
const request = { principal: undefined, device, keyThumbprint: undefined };

let directory: string;
let database: OpenDatabase;
let clock: TestClock;
let context: Context;
let userId: string;
let passkeyId: string;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "bookplate-native-"));
  database = await openEmptyDatabase();
  await migrateToLatest(database.db);
  clock = createTestClock();
  const config = loadConfig({ BOOKPLATE_DATA_DIR: directory, BCRYPT_COST: "10", EMAIL_VERIFICATION: "off" });
  const transport = { send: async () => {}, close: async () => {} };
  context = createContext(config, { database, transport, mailbox: undefined }, createLog("silent"), clock);
  await context.start();
  const registration = { email: "alice@example.org", name: "Alice", password: "lantern orchard velvet nine" };
  const { session } = await context.accounts.registerAtOnce(
    { ...registration, language: "en", guestId: undefined },
    { delivery: "body", device },
  );
  userId = session.userId;
  passkeyId = uuidv7();
  await database.db
    .insertInto("passkey")
    .values({
      id: passkeyId,
      userId,
      name: null,
      credentialId: "a-credential",
      publicKey: "",
      counter: 0,
      deviceType: "singleDevice",
      backedUp: false,
      transports: null,
      aaguid: null,
      createdAt: clock.now(),
    })
    .execute();
});
afterEach(async () => {
  await context.stop();
  await database.close();
  rmSync(directory, { recursive: true });
});

/** What Better Auth leaves behind when it has checked a passkey. */
async function beginSession(): Promise<{ id: string; userId: string; credentialId: string }> {
  const id = uuidv7();
  const at = clock.now();
  await database.db
    .insertInto("session")
    .values({
      id,
      userId,
      token: id,
      delivery: "body",
      authTime: at,
      refreshedAt: at,
      expiresAt: new Date(at.getTime() + 60_000),
      createdAt: at,
      updatedAt: at,
    })
    .execute();
  return { id, userId, credentialId: "a-credential" };
}

const idsOf = async (table: "session" | "passkey" | "verification") =>
  (await database.db.selectFrom(table).select("id").execute()).map(({ id }) => id);

async function listPrincipal() {
  const { id, epoch } = await database.db
    .selectFrom("session")
    .innerJoin("user", "user.id", "session.userId")
    .select(["session.id", "user.epoch"])
    .executeTakeFirstOrThrow();
  return { userId, sessionId: id, epoch };
}

test("a session that Better Auth began is exchanged for one of ours, and its row is gone", async () => {
  const begun = await beginSession();
  const { grant } = await context.native.adoptSession(begun, request);
  expect(grant.session.sessionId).not.toBe(begun.id);
  expect(await idsOf("session")).not.toContain(begun.id);
});

test("one that begins while its passkey is removed is refused, and nothing stays behind", async () => {
  const before = await idsOf("session");
  const begun = await beginSession();
  await database.db.deleteFrom("passkey").execute();
  await expect(context.native.adoptSession(begun, request)).rejects.toThrow(InvalidCredentialsError);
  expect(await idsOf("session")).toEqual(before);
});

test("one that a reset has ended before it was handed out is refused", async () => {
  const begun = await beginSession();
  await inTransaction(database.db, (trx, afterCommit) => context.sessions.endAllOf(trx, afterCommit, userId));
  await expect(context.native.adoptSession(begun, request)).rejects.toThrow(InvalidCredentialsError);
  expect(await idsOf("session")).toEqual([]);
});

test("one that began without a passkey, or with another's, is refused", async () => {
  const before = await idsOf("session");
  const unknown = { ...(await beginSession()), credentialId: undefined };
  await expect(context.native.adoptSession(unknown, request)).rejects.toThrow(InvalidCredentialsError);
  const other = { ...(await beginSession()), userId: uuidv7() };
  await expect(context.native.adoptSession(other, request)).rejects.toThrow(InvalidCredentialsError);
  expect(await idsOf("session")).toEqual(before);
});

test("of many that adopt the same row, one gets a session", async () => {
  const begun = await beginSession();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, () => context.native.adoptSession(begun, request)),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a passkey that is added while its session ends does not stay", async () => {
  const principal = await listPrincipal();
  await inTransaction(database.db, (trx, afterCommit) => context.sessions.endAllOf(trx, afterCommit, userId));
  const confirm = context.native.passkeys.confirmAdded(principal, { id: passkeyId, device });
  await expect(confirm).rejects.toThrow(SessionEndedError);
  expect(await idsOf("passkey")).toEqual([]);
});

test("a passkey that is added under an older epoch does not stay", async () => {
  const principal = await listPrincipal();
  await inTransaction(database.db, (trx, afterCommit) =>
    context.sessions.raiseEpoch(trx, afterCommit, userId),
  );
  const confirm = context.native.passkeys.confirmAdded(principal, { id: passkeyId, device });
  await expect(confirm).rejects.toThrow(SessionEndedError);
  expect(await idsOf("passkey")).toEqual([]);
});

test("challenges leave when their time is over, and not before", async () => {
  const ask = () =>
    context.native.answer({
      ...request,
      method: "GET",
      path: "/passkey/generate-authenticate-options",
      search: "",
      cookie: undefined,
      body: undefined,
    });
  expect((await ask()).status).toBe(200);
  await context.native.purge();
  expect(await idsOf("verification")).toHaveLength(1);
  clock.advance(10 * 60_000);
  await context.native.purge();
  expect(await idsOf("verification")).toEqual([]);
});

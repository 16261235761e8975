import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import { loadConfig } from "../src/config/load.ts";
import { type Context, createContext } from "../src/context.ts";
import type { OpenDatabase } from "../src/database/database.ts";
import { migrateToLatest } from "../src/database/migrate.ts";
import { createLog } from "../src/log.ts";
import { PasskeyUnknownError } from "../src/passkeys/errors.ts";
import { createTestClock, type TestClock } from "./support/clock.ts";
import { openPreparedDatabase } from "./support/database.ts";
import { createKeyHolder } from "./support/dpop.ts";

const day = 24 * 3600_000;
const device = { ipAddress: "127.0.0.1", userAgent: "test" };
const registration = {
  email: "alice@example.org",
  name: "Alice",
  password: "lantern orchard velvet nine",
  language: "en",
};

let directory: string;
let database: OpenDatabase;
let clock: TestClock;
let context: Context;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "bookplate-purge-"));
  database = await openPreparedDatabase();
  await migrateToLatest(database.db);
  clock = createTestClock();
  const github = { GITHUB_CLIENT_ID: "client", GITHUB_CLIENT_SECRET: "secret" };
  const config = loadConfig({ BOOKPLATE_DATA_DIR: directory, BCRYPT_COST: "10", ...github });
  const transport = { send: async () => ({ sentBy: "mailbox" as const }), close: async () => {} };
  context = createContext(config, { database, transport, mailbox: undefined }, createLog("silent"), clock);
  await context.start();
});
afterEach(async () => {
  await context.stop();
  await database.close();
  rmSync(directory, { recursive: true });
});

async function purge(): Promise<void> {
  for (const room of [context.sessions, context.accounts, context.mail, context.guestPurge])
    await room.purge();
}

test("sessions, registrations, letters and their tokens leave when their time is over, and not before", async () => {
  await context.guests.create({ delivery: "body", device });
  await context.accounts.register({ ...registration, guestId: undefined });
  const count = async () => {
    const { rows } = await sql<{ pending: number; tokens: number; letters: number }>`
      select (select count(*) from pending_registration)::int as pending,
        (select count(*) from letter_token)::int as tokens, (select count(*) from letter)::int as letters`.execute(
      database.db,
    );
    return rows[0];
  };
  await waitUntil("the letter is written", 60_000, async () => (await count())?.letters === 1 || undefined);
  await purge();
  expect(await count()).toEqual({ pending: 1, tokens: 1, letters: 1 });
  clock.advance(day + 1000);
  await purge();
  expect(await count()).toEqual({ pending: 1, tokens: 0, letters: 1 });
  clock.advance(6 * day);
  await purge();
  expect(await count()).toEqual({ pending: 0, tokens: 0, letters: 1 });
  clock.advance(24 * day);
  await purge();
  expect(await count()).toEqual({ pending: 0, tokens: 0, letters: 0 });
});

test("a used proof of a key leaves when no proof of its age could count any more", async () => {
  const key = await createKeyHolder({ url: context.config.http.publicUrl, clock });
  const path = "/api/v1/me";
  const proof = await key.prove("GET", context.config.http.publicUrl + path);
  await (await context.sessions.dpop.prove({ proof, method: "GET", path })).spend();
  const count = async () => (await sql`select id from dpop_proof`.execute(database.db)).rows.length;
  clock.advance(4 * 60_000);
  await purge();
  expect(await count()).toBe(1);
  clock.advance(2 * 60_000);
  await purge();
  expect(await count()).toBe(0);
});

async function newGuest(options: { chats: boolean }): Promise<string> {
  const { session } = await context.guests.create({ delivery: "body", device });
  if (options.chats) await context.chats.create(session.userId, { title: "Mine" });
  return session.userId;
}

/** Which of these guests are still there. */
async function remaining(guests: Record<string, string>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from "user"`.execute(database.db);
  const ids = new Set(rows.map(({ id }) => id));
  return Object.keys(guests).filter((name) => ids.has(guests[name] ?? ""));
}

test("a guest who owns nothing leaves after a day, one with chats after thirty silent days", async () => {
  const guests = { empty: await newGuest({ chats: false }), withChats: await newGuest({ chats: true }) };
  clock.advance(day - 1000);
  await purge();
  expect(await remaining(guests)).toEqual(["empty", "withChats"]);
  clock.advance(2000);
  await purge();
  expect(await remaining(guests)).toEqual(["withChats"]);
  clock.advance(28 * day);
  await purge();
  expect(await remaining(guests)).toEqual(["withChats"]);
  clock.advance(day);
  await purge();
  expect(await remaining(guests)).toEqual([]);
  const { rows } = await sql`select id from conversation`.execute(database.db);
  expect(rows).toEqual([]);
});

test("a guest whom a registration or a session counts on stays, also empty and silent", async () => {
  const guests = {
    registering: await newGuest({ chats: false }),
    claimable: await newGuest({ chats: true }),
  };
  clock.advance(29 * day);
  await context.accounts.register({ ...registration, guestId: guests.registering });
  const { session } = await context.guests.create({ delivery: "body", device });
  await sql`update session set claimable_guest_id = ${guests.claimable}::uuid where id = ${session.sessionId}::uuid`.execute(
    database.db,
  );
  clock.advance(2 * day);
  await purge();
  // The session that counts on it is a young guest's, which owns nothing and leaves itself.
  expect(await remaining(guests)).toEqual(["registering", "claimable"]);
  await purge();
  expect(await remaining(guests)).toEqual(["registering"]);
  clock.advance(6 * day);
  await purge();
  expect(await remaining(guests)).toEqual([]);
});

test("challenges of passkeys are remembered once they were answered, until nobody could answer them again", async () => {
  const { passkeys } = context;
  const answered = () => database.db.selectFrom("answeredChallenge").select("id").execute();
  const { requestId } = passkeys.signInOptions();
  expect(await answered()).toEqual([]);
  const answer = { id: "unknown", clientDataJSON: "", authenticatorData: "", signature: "" };
  const signIn = { delivery: "body", device, keepGuestChats: true } as const;
  await expect(passkeys.signIn({ requestId, answer }, signIn)).rejects.toThrow(PasskeyUnknownError);
  await passkeys.purge();
  expect(await answered()).toHaveLength(1);
  clock.advance(10 * 60_000);
  await passkeys.purge();
  expect(await answered()).toEqual([]);
});

test("a sign-in that nobody brought back from its provider is forgotten after ten minutes", async () => {
  const begun = () => database.db.selectFrom("providerFlow").select("id").execute();
  const holder = "what the browser holds";
  const start = {
    provider: "github",
    holder,
    delivery: "cookie",
    language: "en",
    returnTo: "/login",
  } as const;
  await context.providers.begin(start);
  await context.providers.purge();
  expect(await begun()).toHaveLength(1);
  clock.advance(10 * 60_000);
  await context.providers.purge();
  expect(await begun()).toEqual([]);
});

test("invitations leave when they have run out, and a while after they were accepted", async () => {
  const invite = (email: string) =>
    context.invitations.invite({ kind: "operator" }, { email, language: "en" });
  const waiting = async () => (await context.invitations.list({ limit: 10 })).items.map(({ email }) => email);
  await invite("waits@example.org");
  const { id } = await invite("comes@example.org");
  clock.advance(6 * day);
  const guestId = await newGuest({ chats: true });
  await sql`update invitation set accepted_at = ${clock.now()}, accepted_by = ${guestId}::uuid
    where id = ${id}::uuid`.execute(database.db);
  await context.invitations.purge();
  expect(await waiting()).toHaveLength(2);
  clock.advance(day + 1000);
  await context.invitations.purge();
  expect(await waiting()).toHaveLength(1);
  clock.advance(89 * day);
  await context.invitations.purge();
  expect(await waiting()).toEqual([]);
});

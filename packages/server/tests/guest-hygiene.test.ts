import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAudit } from "../src/audit/audit.ts";
import { claimableConversations } from "../src/chats/claimable.ts";
import { loadConfig } from "../src/config/load.ts";
import { type Context, createContext } from "../src/context.ts";
import type { OpenDatabase } from "../src/database/database.ts";
import { migrateToLatest } from "../src/database/migrate.ts";
import { createGuestPurge } from "../src/guests/purge.ts";
import { createLog } from "../src/log.ts";
import { createTestClock, type TestClock } from "./support/clock.ts";
import { openEmptyDatabase } from "./support/database.ts";
import { observeTransactions } from "./support/transaction-statements.ts";

const day = 24 * 3600_000;
const device = { ipAddress: "127.0.0.1", userAgent: "test" };

let directory: string;
let database: OpenDatabase;
let clock: TestClock;
let context: Context;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "bookplate-hygiene-"));
  database = await openEmptyDatabase();
  await migrateToLatest(database.db);
  clock = createTestClock();
  const config = loadConfig({ BOOKPLATE_DATA_DIR: directory, BCRYPT_COST: "10" });
  const transport = { send: async () => ({ sentBy: "mailbox" as const }), close: async () => {} };
  // Without background jobs: what is removed, these tests remove.
  context = createContext(config, { database, transport, mailbox: undefined }, createLog("silent"), clock);
  await context.sessions.start();
});
afterAll(async () => {
  await context.stop();
  await database.close();
  rmSync(directory, { recursive: true });
});

async function newGuest(): Promise<{ userId: string; sessionId: string }> {
  const { session } = await context.guests.create({ delivery: "body", device });
  return session;
}

/** Silent ones in number, each with a session that is over and a conversation. */
async function manySilentGuests(count: number): Promise<void> {
  const past = new Date(clock.now().getTime() - 40 * day);
  await sql`with guest as (
      insert into "user" (id, email, is_anonymous, created_at, updated_at)
      select gen_random_uuid(), 'silent' || i || '@guest.invalid', true, ${past}, ${past}
      from generate_series(1, ${count}::int) i returning id),
    over as (
      insert into session (id, token, user_id, expires_at, auth_time, delivery, refreshed_at, created_at, updated_at)
      select gen_random_uuid(), id::text, id, ${past}, ${past}, 'cookie', ${past}, ${past}, ${past} from guest)
    insert into conversation (id, owner_id, created_at, updated_at)
    select gen_random_uuid(), id, ${past}, ${past} from guest`.execute(database.db);
}

async function countOf(table: "user" | "session" | "conversation" | "revocation"): Promise<number> {
  const rows = await database.db.selectFrom(table).select("id").execute();
  return rows.length;
}

/** Which of these guests are there after a purge. */
async function afterPurge(guests: Record<string, { userId: string }>): Promise<string[]> {
  await context.guestPurge.purge();
  const rows = await database.db.selectFrom("user").select("id").execute();
  return Object.keys(guests).filter((name) => rows.some(({ id }) => id === guests[name]?.userId));
}

test("a guest with nothing but a bookmark stays as long as one with chats; one with nothing but questions that it deleted goes", async () => {
  const guests = { bookmark: await newGuest(), deleted: await newGuest() };
  await context.bookmarks.add(guests.bookmark.userId, { page: "/intro" });
  const { id } = await context.chats.create(guests.deleted.userId, {});
  clock.advance(2 * day);
  expect(await afterPurge(guests)).toEqual(["bookmark", "deleted"]);
  await context.chats.remove(guests.deleted.userId, id);
  expect(await afterPurge(guests)).toEqual(["bookmark"]);
  clock.advance(29 * day);
  expect(await afterPurge(guests)).toEqual([]);
});

test("a guest who leaves while its token could still count is refused at once; of long silent ones nobody is told", async () => {
  await manySilentGuests(3);
  const empty = await newGuest();
  clock.advance(day + 1000);
  // It was here a minute ago, and owns nothing.
  await sql`update session set refreshed_at = ${clock.now()} where id = ${empty.sessionId}::uuid`.execute(
    database.db,
  );
  expect(await context.guestPurge.purge()).toBe(4);
  const revoked = await database.db.selectFrom("revocation").select("sessionId").execute();
  expect(revoked).toEqual([{ sessionId: empty.sessionId }]);
});

test("a guest in the middle of a sign-in with a provider or a second factor is not removed under it", async () => {
  const guests = { provider: await newGuest(), factor: await newGuest() };
  const account = await newGuest();
  clock.advance(day + 1000);
  const ends = new Date(clock.now().getTime() + 60_000);
  await sql`insert into provider_flow (id, purpose, provider, holder_hash, delivery, guest_id, language, return_to, error_to, created_at, expires_at)
    values (gen_random_uuid(), 'sign-in', 'github', 'x', 'cookie', ${guests.provider.userId}::uuid, 'en', '/', '/', ${clock.now()}, ${ends})`.execute(
    database.db,
  );
  await sql`insert into sign_in_challenge (id, token_hash, user_id, epoch, delivery, guest_id, keep_guest_chats, claimable, expires_at)
    values (gen_random_uuid(), 'x', ${account.userId}::uuid, 0, 'body', ${guests.factor.userId}::uuid, true, false, ${ends})`.execute(
    database.db,
  );
  await sql`update "user" set is_anonymous = false where id = ${account.userId}::uuid`.execute(database.db);
  expect(await afterPurge(guests)).toEqual(["provider", "factor"]);
  clock.advance(60_000);
  expect(await afterPurge(guests)).toEqual([]);
  await database.db.deleteFrom("user").where("id", "=", account.userId).execute();
});

test("guests leave in batches, whose statements do not grow with the guests", async () => {
  const statementsFor = async (count: number) => {
    await manySilentGuests(count);
    const statements: string[] = [];
    const restore = observeTransactions((statement) => statements.push(statement));
    expect(await context.guestPurge.purge()).toBe(count);
    restore();
    return statements.length;
  };
  const one = await statementsFor(1);
  expect(await statementsFor(150)).toBe(one);
  // The next batch begins.
  expect(await statementsFor(201)).toBe(2 * one);
  expect(await countOf("conversation")).toBe(0);
  expect(await countOf("session")).toBe(0);
});

test("a purge that is interrupted ends with its batch, and the next one removes the others", async () => {
  await manySilentGuests(500);
  const { sessions } = context;
  const audit = createAudit({ clock });
  const settings = { database: database.db, clock, sessions, audit, retentionMs: 30 * day };
  const interrupted = createGuestPurge({ ...settings, claimables: [claimableConversations] });
  const purging = interrupted.purge();
  interrupted.stop();
  expect(await purging).toBe(200);
  expect(await countOf("user")).toBe(300);
  expect(await context.guestPurge.purge()).toBe(300);
});

test("a session that has ended is kept for a week: a database that lost writes may have lost that it goes on", async () => {
  const { sessionId } = await newGuest();
  const isKept = async () =>
    (await database.db.selectFrom("session").select("id").where("id", "=", sessionId).execute()).length === 1;
  clock.advance(30 * day + 7 * day - 60_000);
  await context.sessions.purge();
  expect(await isKept()).toBe(true);
  clock.advance(2 * 60_000);
  await context.sessions.purge();
  expect(await isKept()).toBe(false);
});

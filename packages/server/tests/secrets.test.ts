import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findFreePort } from "../../../scripts/free-port.ts";
import type { OpenDatabase } from "../src/database/database.ts";
import {
  SecretExchangedError,
  SecretInUseError,
  SecretNeededError,
  UnknownSecretError,
} from "../src/secrets/errors.ts";
import type { HeldThing } from "../src/secrets/holding.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import type { TestBrowser } from "./support/browser.ts";
import { createTestClock, type TestClock } from "./support/clock.ts";
import { openPreparedDatabase } from "./support/database.ts";
import { alice, bob, registerAndVerify, tokenOf } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const a = "kq3Vw9ZrT7uYbN2mXc5LpD8sGfHjA1eR4tWz";
const b = "2:Yt5RmQ8wLz3KpXv7Nc1JhB6gFdSaE9uO4iWq";
const c = "3:Pz6HnW2xVb9TqMk4Rj8LsD1fGyCeU7aO3iBt";
const underA = a;
const underB = `${b},1:${a}`;
const underC = `${c},${b},1:${a}`;
const minute = 60_000;
const day = 24 * 60 * minute;
/** Over the 72 bytes that bcrypt reads. */
const long = { ...alice, password: `${"lantern orchard velvet nine ".repeat(3)}and one more` };

let database: OpenDatabase;
let clock: TestClock;
let port: number;
let server: TestServer | undefined;
beforeEach(async () => {
  database = await openPreparedDatabase();
  clock = createTestClock();
  port = await findFreePort();
});
afterEach(async () => {
  await stop();
  await database.close();
});

async function stop(): Promise<void> {
  await server?.close();
  server = undefined;
}

/** The same server with another list of secrets. */
async function startWith(secrets: string, settings: Record<string, string> = {}): Promise<TestServer> {
  await stop();
  const given = { PORT: String(port), BOOKPLATE_SECRET: secrets, ...settings };
  server = await startTestServer(given, { database, clock });
  return server;
}

const refusalOf = (secrets: string) =>
  startWith(secrets).then(
    () => undefined,
    (error: unknown) => error,
  );

async function newGuest(on: TestServer): Promise<SessionAnswer> {
  return (await on.browser().post<SessionAnswer>("/auth/guest", { delivery: "body" })).body;
}

const refresh = (on: TestServer, refreshToken: string | undefined) =>
  on.browser().post<SessionAnswer>("/auth/refresh", { refreshToken });

/** Which secret made a refresh token: it says so itself. */
function secretOf(refreshToken: string | undefined): string {
  const bytes = Buffer.from((refreshToken ?? "").replace("bpr_", ""), "base64url");
  return bytes.toString("utf8", 2, 2 + (bytes[1] ?? 0));
}

const login = (browser: TestBrowser, { email, password }: typeof alice) =>
  browser.post<SessionAnswer>("/auth/login", { email, password, delivery: "body" });

async function needsOf(on: TestServer, id: string): Promise<Partial<Record<HeldThing, number>>> {
  const report = (await on.keys.listSecrets()).find((secret) => secret.id === id);
  return Object.fromEntries((report?.needs ?? []).map(({ thing, count }) => [thing, count]));
}

test("two rotations in a row sign nobody out, and their next tokens come from the newest secret", async () => {
  const atA = await newGuest(await startWith(underA));
  clock.advance(5 * minute);
  const second = await startWith(underB);
  const atB = await newGuest(second);
  expect([secretOf(atA.refreshToken), secretOf(atB.refreshToken)]).toEqual(["1", "2"]);

  const third = await startWith(underC);
  clock.advance(5 * minute);
  for (const session of [atA, atB]) {
    expect((await third.browser().get("/auth/session", { accessToken: session.accessToken })).status).toBe(
      200,
    );
    const renewed = await refresh(third, session.refreshToken);
    expect(renewed).toMatchObject({ status: 200, body: { account: { id: session.account.id } } });
    expect(secretOf(renewed.body.refreshToken)).toBe("3");
    clock.advance(2 * minute);
    expect((await refresh(third, renewed.body.refreshToken)).status).toBe(200);
  }
});

test("Better Auth's own endpoints know a session from before two rotations", async () => {
  const guest = await newGuest(await startWith(underA));
  await startWith(underB);
  const third = await startWith(underC);
  const { accessToken } = guest;
  const answer = await third
    .browser()
    .get<{ session: { id: string } }>("/api/auth/get-session", { accessToken });
  expect(answer).toMatchObject({ status: 200, body: { user: { id: guest.account.id } } });
});

test("a lost answer across a rotation is forgiven as ever", async () => {
  const guest = await newGuest(await startWith(underA));
  clock.advance(2 * minute);
  const second = await startWith(underB);
  const lost = await refresh(second, guest.refreshToken);
  clock.advance(5 * minute);
  const again = await refresh(second, guest.refreshToken);
  expect(again.status).toBe(200);
  expect(again.body.refreshToken).toBe(lost.body.refreshToken);
});

test("a letter's code, its link and a long password work after two rotations", async () => {
  const first = await startWith(underA);
  const reader = first.browser();
  await reader.post("/auth/register", long);
  await first.letter(long.email, "verify-registration");
  const stranger = first.browser();
  await stranger.post("/auth/register", bob);
  const code = (await first.letter(long.email, "verify-registration")).text.match(/\b\d{8}\b/)?.[0];
  const token = tokenOf(await first.letter(bob.email, "verify-registration"));

  await startWith(underB);
  const third = await startWith(underC);
  const inTime = third.browser();
  for (const [name, value] of reader.cookies) inTime.cookies.set(name, value);
  expect((await inTime.post("/auth/verify-email", { code, delivery: "body" })).status).toBe(200);
  const elsewhere = third.browser();
  const { password } = bob;
  expect((await elsewhere.post("/auth/verify-email", { token, password, delivery: "body" })).status).toBe(
    200,
  );
  expect((await login(third.browser(), long)).status).toBe(200);
});

test("a letter that waits is readable after two rotations, and after its secret was dropped", async () => {
  const mailServerAway = { SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "book@example.org" };
  const first = await startWith(underA, mailServerAway);
  await first.browser().post("/auth/register", bob);
  const contents = async () => {
    const { rows } = await sql<{ contents: string }>`select contents from letter`.execute(database.db);
    return rows.map((row) => row.contents.split(".")[0]);
  };
  await expect.poll(contents).toEqual(["1"]);
  await startWith(underB, mailServerAway);
  const third = await startWith(underC, mailServerAway);
  expect(await third.keys.reencrypt()).toEqual({ keys: 1, letters: 1 });
  expect(await contents()).toEqual(["3"]);
  expect(await third.keys.reencrypt()).toEqual({ keys: 0, letters: 0 });
});

test("everything can be moved to the newest secret while the server works, also twice at once", async () => {
  await startWith(underA);
  await startWith(underB);
  const third = await startWith(underC);
  const guest = await newGuest(third);
  const moved = await Promise.all([third.keys.reencrypt(), third.keys.reencrypt()]);
  expect(moved.map(({ keys }) => keys).reduce((sum, count) => sum + count)).toBe(1);
  expect((await third.browser().get("/auth/session", { accessToken: guest.accessToken })).status).toBe(200);
  expect((await needsOf(third, "1"))["signing-keys"]).toBeUndefined();
  expect((await needsOf(third, "3"))["signing-keys"]).toBe(1);
});

test("a secret that is still needed cannot be dropped: the start says by what, and what to write", async () => {
  const first = await startWith(underA);
  await registerAndVerify(first, long);
  await startWith(underB);
  const refused = await refusalOf(b);
  expect(refused).toBeInstanceOf(SecretNeededError);
  const { message } = refused as SecretNeededError;
  expect(message).toContain('the id "1"');
  for (const need of ["signing keys: 1", "long passwords: 1", "sessions: 1"]) expect(message).toContain(need);
  expect(message).toContain("BOOKPLATE_SECRET=2:<secret>,1:<secret of that id>");
  expect(message).not.toContain(a);
  // Nothing was given up by the attempt.
  const again = await startWith(underB);
  expect((await login(again.browser(), long)).status).toBe(200);
});

test("once everything has moved, the old secret can be dropped", async () => {
  const first = await startWith(underA);
  const reader = await registerAndVerify(first, long, { delivery: "body" });
  const guest = await newGuest(first);
  const second = await startWith(underB);
  clock.advance(30 * minute);
  await second.keys.reencrypt();
  expect(await needsOf(second, "1")).toEqual({ passwords: 1, sessions: 2 });

  // One comes back with a password, one with a token and uses the answer, one never.
  expect((await login(second.browser(), long)).status).toBe(200);
  expect(await needsOf(second, "1")).toEqual({ sessions: 2 });
  const renewed = await refresh(second, reader.refreshToken);
  await second.browser().get("/auth/session", { accessToken: renewed.body.accessToken });
  await startWith(underB);
  expect(await needsOf(await startWith(underB), "1")).toEqual({ sessions: 1 });
  expect(await refusalOf(b)).toBeInstanceOf(SecretNeededError);
  clock.advance(30 * day);
  const last = await startWith(b);
  expect((await last.keys.listSecrets()).map(({ id }) => id)).toEqual(["2"]);
  expect((await refresh(last, guest.refreshToken)).status).toBe(401);
  expect((await login(last.browser(), long)).status).toBe(200);
});

test("a session whose renewed answer was never seen to arrive still needs the older secret", async () => {
  const guest = await newGuest(await startWith(underA));
  clock.advance(30 * minute);
  const second = await startWith(underB);
  await second.keys.reencrypt();
  await refresh(second, guest.refreshToken);
  expect(await needsOf(second, "1")).toEqual({ sessions: 1 });
});

test("another secret under an old id is noticed at the start, and so is one that was lost", async () => {
  await newGuest(await startWith(underA));
  expect(await refusalOf(b.replace("2:", "1:"))).toBeInstanceOf(SecretExchangedError);
  await startWith(underA);
});

test("a lost secret can be given up: the server starts, with new keys and without the old sessions", async () => {
  const first = await startWith(underA);
  const guest = await newGuest(first);
  await expect(first.keys.forgetSecret("1")).rejects.toBeInstanceOf(SecretInUseError);
  await expect(first.keys.forgetSecret("9")).rejects.toBeInstanceOf(UnknownSecretError);
  await stop();
  const { keyOperations } = await import("../src/cli/key-operations.ts");
  const { Keyring } = await import("../src/config/keyring.ts");
  const [id = "", secret = ""] = b.split(":");
  const keys = keyOperations({
    database,
    keyring: new Keyring([{ id, secret }]),
    changed: async () => {},
    clock,
  });
  expect(await keys.forgetSecret("1")).toEqual([
    { thing: "signing-keys", count: 1 },
    { thing: "sessions", count: 1 },
  ]);
  const next = await startWith(b);
  expect((await refresh(next, guest.refreshToken)).status).toBe(401);
  const young = await newGuest(next);
  expect((await next.browser().get("/auth/session", { accessToken: young.accessToken })).status).toBe(200);
});

test("a leaked secret can go at once: what can be moved is moved before the rest is given up", async () => {
  const guest = await newGuest(await startWith(underA));
  const second = await startWith(underB);
  expect(await second.keys.forgetSecret("1")).toEqual([{ thing: "sessions", count: 1 }]);
  const next = await startWith(b);
  expect((await next.browser().get("/auth/session", { accessToken: guest.accessToken })).status).toBe(200);
  expect((await refresh(next, guest.refreshToken)).status).toBe(401);
});

test("nothing is moved to a secret that no server has", async () => {
  await startWith(underA);
  await stop();
  const { keyOperations } = await import("../src/cli/key-operations.ts");
  const { Keyring } = await import("../src/config/keyring.ts");
  const [id = "", secret = ""] = b.split(":");
  const keyring = new Keyring([
    { id, secret },
    { id: "1", secret: a },
  ]);
  const keys = keyOperations({ database, keyring, changed: async () => {}, clock });
  await expect(keys.reencrypt()).rejects.toBeInstanceOf(UnknownSecretError);
});

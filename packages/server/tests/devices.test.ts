import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeJwt } from "jose";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import type { ActivityItem } from "../src/audit/activity-schemas.ts";
import type { DeviceSession } from "../src/sessions/device-schemas.ts";
import { createKnownDevices } from "../src/sessions/known-devices.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import type { TestBrowser } from "./support/browser.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { writePlaceDatabase } from "./support/place-database.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const minute = 60_000;
const waitMs = 5000;
const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
const safari =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
/** A network of the book's places, and one that they do not know. */
const cologne = "203.0.113.7";
const elsewhere = "198.51.100.7";

let directory: string;
let server: TestServer;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "bookplate-devices-"));
  const file = join(directory, "places.mmdb");
  writePlaceDatabase(file, {
    "203.0.113.0/24": { city: { names: { en: "Cologne", de: "Köln" } }, country: { iso_code: "DE" } },
  });
  server = await startTestServer({ PLACE_DATABASE: file, TRUSTED_PROXIES: "127.0.0.1,::1" });
});
afterAll(async () => {
  await server.close();
  rmSync(directory, { recursive: true, force: true });
});

interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

let people = 0;
/** Somebody with an account of their own, who has signed in once: at registration. */
async function newReader(language = "en") {
  people += 1;
  const person = { ...alice, email: `alice-${people}@example.org`, language };
  const browser = server.browser();
  const session = await registerAndVerify(server, person, { browser });
  return { person, browser, session };
}

interface From {
  readonly userAgent?: string;
  readonly address?: string;
}

const headersOf = ({ userAgent = firefox, address = elsewhere }: From) => ({
  "user-agent": userAgent,
  "x-forwarded-for": address,
});

async function signIn(
  { email, password }: { email: string; password: string },
  options: From & { browser?: TestBrowser; delivery?: "cookie" | "body" } = {},
): Promise<SessionAnswer> {
  const { browser = server.browser(), delivery = "body" } = options;
  const answer = await browser.post<SessionAnswer>(
    "/auth/login",
    { email, password, delivery },
    { headers: headersOf(options) },
  );
  expect(answer.status).toBe(200);
  return answer.body;
}

async function listSessions(session: SessionAnswer, query = ""): Promise<Page<DeviceSession>> {
  const { body } = await server.browser().get<Page<DeviceSession>>(`/me/sessions${query}`, session);
  return body;
}

async function listActivity(session: SessionAnswer, query = ""): Promise<ActivityItem[]> {
  const { body } = await server.browser().get<Page<ActivityItem>>(`/me/activity${query}`, session);
  return body.items;
}

const isAlive = async (session: SessionAnswer) =>
  (await server.browser().get("/auth/session", session)).status === 200;

describe("the list of devices", () => {
  test("says for each where, since when and with what the reader is signed in", async () => {
    const { person } = await newReader();
    await signIn(person, { userAgent: safari, address: cologne });
    const here = await signIn(person);
    const { items } = await listSessions(here);
    expect(items).toHaveLength(3);
    expect(items.map(({ current }) => current)).toEqual([true, false, false]);
    expect(items[0]).toMatchObject({
      id: decodeJwt(here.accessToken).sid,
      ip: elsewhere,
      userAgent: firefox,
      device: "Firefox on Linux",
      place: null,
      expiresAt: here.refreshExpiresAt,
    });
    expect(items[1]).toMatchObject({ ip: cologne, device: "Safari on iOS", place: "Cologne, Germany" });
  });

  test("speaks the reader's language", async () => {
    const { person } = await newReader("de");
    const session = await signIn(person, { address: cologne });
    const { items } = await listSessions(session);
    expect(items[0]).toMatchObject({ device: "Firefox auf Linux", place: "Köln, Deutschland" });
  });

  test("comes a page at a time, without gaps and without repetition", async () => {
    const { person, session } = await newReader();
    for (let count = 0; count < 4; count += 1) await signIn(person);
    const all = (await listSessions(session)).items.map(({ id }) => id);
    const first = await listSessions(session, "?limit=3");
    const second = await listSessions(session, `?limit=3&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all);
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([3, 2, null]);
  });

  test("leaves out sessions that have ended by themselves, and other readers'", async () => {
    const { person } = await newReader();
    const { person: stranger } = await newReader();
    await signIn(stranger);
    server.clock.advance(7 * 24 * 60 * minute + 1);
    const session = await signIn(person);
    expect((await listSessions(session)).items).toHaveLength(1);
  });

  test("belongs to guests, too", async () => {
    const { body: guest } = await server.browser().post<SessionAnswer>("/auth/guest");
    expect((await listSessions(guest)).items).toMatchObject([{ current: true }]);
  });

  test("prints what a device calls itself without its control characters", async () => {
    const { person } = await newReader();
    const session = await signIn(person, { userAgent: "Evil\u0085\u00adBrowser/1.0" });
    expect((await listSessions(session)).items[0]).toMatchObject({
      userAgent: "EvilBrowser/1.0",
      device: null,
    });
  });
});

describe("when a device was last seen", () => {
  const rowOf = async (session: SessionAnswer) => {
    const { rows } = await sql<{ version: string; lastSeenAt: Date | null }>`
      select xmin::text as version, last_seen_at from session where id = ${String(decodeJwt(session.accessToken).sid)}
    `.execute(server.database.db);
    const [row] = rows;
    if (!row) throw new Error("The session is gone.");
    return row;
  };
  const seen = (session: SessionAnswer, after: Date) =>
    waitUntil("a sighting", waitMs, async () => {
      const row = await rowOf(session);
      return row.lastSeenAt && row.lastSeenAt >= after ? row : undefined;
    });

  test("is known to the minute, without a write for each request", async () => {
    const { person } = await newReader();
    const start = server.clock.now();
    const session = await signIn(person);
    await isAlive(session);
    const first = await seen(session, start);

    server.clock.advance(minute / 2);
    for (let count = 0; count < 20; count += 1) await isAlive(session);
    // A later sighting of another session: what waited with it or before it has been written.
    const other = await signIn(person);
    const between = server.clock.now();
    await isAlive(other);
    await seen(other, between);
    expect((await rowOf(session)).version).toBe(first.version);

    server.clock.advance(minute / 2);
    const later = server.clock.now();
    await isAlive(session);
    const { lastSeenAt } = await seen(session, later);
    const { items } = await listSessions(other);
    expect(items[1]?.lastSeenAt).toBe(lastSeenAt?.toISOString());
  });

  test("is the time of the sign-in or the refresh where no token was presented since", async () => {
    const { person, session } = await newReader();
    await signIn(person);
    const { items } = await listSessions(session);
    expect(items[0]?.lastSeenAt).toBe(items[0]?.createdAt);
  });
});

describe("signing a device out", () => {
  test("ends its tokens at once, and no other's", async () => {
    const { person, session } = await newReader();
    const lost = await signIn(person, { userAgent: safari });
    const kept = await signIn(person);
    const id = String(decodeJwt(lost.accessToken).sid);
    const answer = await server.browser().send("DELETE", `/me/sessions/${id}`, session);
    expect(answer.status).toBe(204);
    expect(await server.browser().get("/auth/session", lost)).toMatchObject({
      status: 401,
      body: { code: "session-ended" },
    });
    const { refreshToken } = lost;
    expect(await server.browser().post("/auth/refresh", { refreshToken }, { origin: null })).toMatchObject({
      status: 401,
      body: { code: "refresh-invalid" },
    });
    expect(await Promise.all([isAlive(session), isAlive(kept)])).toEqual([true, true]);
    expect((await listActivity(session, "?limit=1"))[0]).toMatchObject({ kind: "device-signed-out" });
  });

  test("that is somebody else's is the same as one that does not exist", async () => {
    const { session } = await newReader();
    const { session: stranger } = await newReader();
    const answers = await Promise.all(
      [String(decodeJwt(stranger.accessToken).sid), "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55"].map((id) =>
        server.browser().send("DELETE", `/me/sessions/${id}`, session),
      ),
    );
    expect(answers[0]).toMatchObject({ status: 404, body: { code: "not-found" } });
    expect({ ...answers[0]?.body, requestId: "" }).toEqual({ ...answers[1]?.body, requestId: "" });
    expect(await isAlive(stranger)).toBe(true);
  });

  test("twice at once is done once and told once", async () => {
    const { person, session } = await newReader();
    const lost = await signIn(person);
    const id = String(decodeJwt(lost.accessToken).sid);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => server.browser().send("DELETE", `/me/sessions/${id}`, session)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404, 404, 404]);
    const told = (await listActivity(session)).filter(({ kind }) => kind === "device-signed-out");
    expect(told).toHaveLength(1);
  });

  test("or all others leaves the one that asks", async () => {
    const { person, session } = await newReader();
    const others = [await signIn(person), await signIn(person)];
    expect((await server.browser().send("DELETE", "/me/sessions", session)).status).toBe(204);
    expect(await Promise.all(others.map(isAlive))).toEqual([false, false]);
    expect((await listSessions(session)).items).toMatchObject([{ current: true }]);
    expect((await listActivity(session))[0]).toMatchObject({
      kind: "other-devices-signed-out",
      detail: { sessions: 2 },
    });
  });

  test("or all others, where there are none, leaves no trace", async () => {
    const { session } = await newReader();
    const before = await listActivity(session);
    expect((await server.browser().send("DELETE", "/me/sessions", session)).status).toBe(204);
    expect(await listActivity(session)).toEqual(before);
  });
});

describe("the account's activity", () => {
  test("is what happened to it, newest first, a page at a time", async () => {
    const { person } = await newReader();
    const session = await signIn(person);
    const all = await listActivity(session);
    expect(all.map(({ kind }) => kind)).toEqual(["signed-in", "signed-in", "account-verified"]);
    expect(all[0]).toMatchObject({ ip: elsewhere, userAgent: firefox });
    const { body: first } = await server.browser().get<Page<ActivityItem>>("/me/activity?limit=2", session);
    const rest = await listActivity(session, `?cursor=${first.nextCursor}`);
    expect([...first.items, ...rest]).toEqual(all);
  });

  test("is nobody else's", async () => {
    const { session } = await newReader();
    const { session: other } = await newReader();
    const [mine, theirs] = await Promise.all([listActivity(session), listActivity(other)]);
    const ids = new Set(mine.map(({ id }) => id));
    expect(theirs.filter(({ id }) => ids.has(id))).toEqual([]);
  });
});

describe("a sign-in from a new device", () => {
  /** Whether the account's newest sign-in was on a new device; a letter would have been written with it. */
  const wasNew = async (session: SessionAnswer) => {
    const signedIn = (await listActivity(session)).find(({ kind }) => kind === "signed-in");
    return signedIn?.detail.newDevice;
  };
  const lettersTo = async (email: string) =>
    (await server.letters(email)).filter(({ kind }) => kind === "new-device");

  test("is told to the owner, with device, place and what to do", async () => {
    const { person } = await newReader();
    const session = await signIn(person, { delivery: "cookie", userAgent: safari, address: cologne });
    const letter = await server.letter(person.email, "new-device");
    expect(letter.text).toContain("Safari on iOS");
    expect(letter.text).toContain("Cologne, Germany");
    expect(letter.links).toEqual([`${server.url}/account`]);
    expect(await wasNew(session)).toBe(true);
  });

  test("is written in the owner's language, and repeats nothing that the device says of itself", async () => {
    const { person } = await newReader("de");
    await signIn(person, { delivery: "cookie", userAgent: "Visit evil.example/now" });
    const letter = await server.letter(person.email, "new-device");
    expect(letter.headers["Content-Language"]).toBe("de");
    expect(letter.text + letter.html).not.toContain("evil");
  });

  test("is not the one that registered, nor one that signed in before", async () => {
    const { person, browser, session } = await newReader();
    expect(await wasNew(session)).toBe(false);
    await browser.post("/auth/logout");
    expect(await wasNew(await signIn(person, { browser, delivery: "cookie" }))).toBe(false);

    const second = server.browser();
    expect(await wasNew(await signIn(person, { browser: second, delivery: "cookie" }))).toBe(true);
    // Another address, another version: still the same browser.
    const again = { browser: second, delivery: "cookie", address: cologne, userAgent: safari } as const;
    expect(await wasNew(await signIn(person, again))).toBe(false);
    await server.letter(person.email, "new-device");
    expect(await lettersTo(person.email)).toHaveLength(1);
  });

  test("is new to each account of a shared browser", async () => {
    const { person, browser } = await newReader();
    const { person: other } = await newReader();
    const shared = { browser, delivery: "cookie" } as const;
    expect(await wasNew(await signIn(other, shared))).toBe(true);
    expect(await wasNew(await signIn(person, shared))).toBe(false);
    expect(await wasNew(await signIn(other, shared))).toBe(false);
  });

  test("of an app is recognised by its program and network", async () => {
    const { person } = await newReader();
    const app = "BookReader/1.0 (build 7)";
    expect(await wasNew(await signIn(person, { userAgent: app }))).toBe(true);
    expect(
      await wasNew(await signIn(person, { userAgent: "BookReader/2.0", address: "198.51.100.200" })),
    ).toBe(false);
    expect(await wasNew(await signIn(person, { userAgent: app, address: cologne }))).toBe(true);
    expect(await wasNew(await signIn(person, { userAgent: "OtherReader/1.0" }))).toBe(true);
  });

  test("is told once where it signs in twice at the same moment", async () => {
    const { person } = await newReader();
    const { person: other } = await newReader();
    const browser = server.browser();
    // It has its cookie already, from another account.
    await signIn(other, { browser, delivery: "cookie" });
    const both = { browser, delivery: "cookie" } as const;
    await Promise.all([signIn(person, both), signIn(person, both), signIn(person, both)]);
    const session = await signIn(person, both);
    const news = (await listActivity(session)).filter(({ detail }) => detail.newDevice === true);
    expect(news).toHaveLength(1);
  });

  test("is new again after 400 days without it", async () => {
    const { person, browser } = await newReader();
    server.clock.advance(401 * 24 * 60 * minute);
    expect(await wasNew(await signIn(person, { browser, delivery: "cookie" }))).toBe(true);
  });

  test("is remembered for the twenty used last", async () => {
    const { person, browser } = await newReader();
    const { sub } = decodeJwt((await signIn(person)).accessToken);
    for (let count = 0; count < 20; count += 1) {
      server.clock.advance(1);
      await signIn(person, { delivery: "cookie" });
    }
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from known_device where user_id = ${sub ?? ""}
    `.execute(server.database.db);
    expect(rows[0]?.count).toBe(20);
    expect(await wasNew(await signIn(person, { browser, delivery: "cookie" }))).toBe(true);
  });

  test("that is refused tells nobody", async () => {
    const { person } = await newReader();
    const { email } = person;
    await server.browser().post("/auth/login", { email, password: "wrong, and wrong again" });
    expect(await lettersTo(email)).toEqual([]);
  });
});

describe("the cookie by which a browser is known again", () => {
  const name = "bookplate-device";

  test("is set at a sign-in, stays at a sign-out, and is in the database in no form that could be presented", async () => {
    const { browser, session } = await newReader();
    const token = browser.cookies.get(name) ?? "";
    expect(token).toMatch(/^[\w-]{43}$/);
    await browser.post("/auth/logout", {}, session);
    expect([...browser.cookies.keys()]).toEqual([name]);
    const { rows } = await sql<{ mark: string }>`
      select encode(mark, 'hex') as mark from known_device
    `.execute(server.database.db);
    const hex = Buffer.from(token, "base64url").toString("hex");
    expect(rows.filter(({ mark }) => mark.includes(hex))).toEqual([]);
  });

  test("is HttpOnly, for this site, and lasts as long as browsers allow", async () => {
    const { person } = await newReader();
    const { email, password } = person;
    const { headers } = await server.browser().post("/auth/login", { email, password });
    const line = headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`)) ?? "";
    expect(line).toContain("HttpOnly");
    expect(line).toContain("SameSite=Lax");
    expect(line).toContain(`Max-Age=${400 * 24 * 60 * 60}`);
  });

  test("is given to no guest and to no app", async () => {
    const guest = server.browser();
    await guest.post("/auth/guest");
    const { person } = await newReader();
    const app = server.browser();
    await signIn(person, { browser: app });
    expect([guest.cookies.has(name), app.cookies.has(name)]).toEqual([false, false]);
  });

  test("tells limits whose known device asks, for 400 days, and no other account's", async () => {
    const { browser, session } = await newReader();
    const { session: other } = await newReader();
    const { isKnown } = createKnownDevices({ database: server.database.db, clock: server.clock });
    const knows = (userId: string, browserToken: string | undefined) =>
      isKnown({
        userId,
        delivery: "cookie",
        device: { ipAddress: elsewhere, userAgent: safari, browserToken },
      });
    const token = browser.cookies.get(name);
    expect(await knows(session.account.id, token)).toBe(true);
    expect(await knows(session.account.id, "A".repeat(43))).toBe(false);
    expect(await knows(session.account.id, undefined)).toBe(false);
    expect(await knows(other.account.id, token)).toBe(false);
    server.clock.advance(400 * 24 * 60 * minute);
    expect(await knows(session.account.id, token)).toBe(false);
  });

  test("that nobody was given is replaced", async () => {
    const { person } = await newReader();
    const browser = server.browser();
    browser.cookies.set(name, "short");
    await signIn(person, { browser, delivery: "cookie" });
    expect(browser.cookies.get(name)).toMatch(/^[\w-]{43}$/);
  });

  test("opens nothing by itself", async () => {
    const { browser } = await newReader();
    const other = server.browser();
    other.cookies.set(name, browser.cookies.get(name) ?? "");
    expect((await other.post("/auth/refresh")).status).toBe(401);
    expect((await other.get("/me")).status).toBe(401);
  });
});

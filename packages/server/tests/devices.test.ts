import { decodeJwt } from "jose";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import type { ActivityItem } from "../src/audit/activity-schemas.ts";
import type { DeviceSession } from "../src/sessions/device-schemas.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import {
  cologne,
  elsewhere,
  firefox,
  listActivity,
  newReader,
  type Page,
  safari,
  signInFrom,
  startServerWithPlaces,
} from "./support/devices.ts";
import type { TestServer } from "./support/server.ts";

const minute = 60_000;
const waitMs = 60_000;

let server: TestServer;
beforeAll(async () => {
  server = await startServerWithPlaces();
});
afterAll(() => server.close());

async function listSessions(session: SessionAnswer, query = ""): Promise<Page<DeviceSession>> {
  const { body } = await server.browser().get<Page<DeviceSession>>(`/me/sessions${query}`, session);
  return body;
}

const isAlive = async (session: SessionAnswer) =>
  (await server.browser().get("/auth/session", session)).status === 200;

describe("the list of devices", () => {
  test("says for each where, since when and with what the reader is signed in", async () => {
    const { person } = await newReader(server);
    await signInFrom(server, person, { userAgent: safari, address: cologne });
    const here = await signInFrom(server, person);
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
    const { person } = await newReader(server, "de");
    const session = await signInFrom(server, person, { address: cologne });
    const { items } = await listSessions(session);
    expect(items[0]).toMatchObject({ device: "Firefox auf Linux", place: "Köln, Deutschland" });
  });

  test("comes a page at a time, without gaps and without repetition", async () => {
    const { person, session } = await newReader(server);
    for (let count = 0; count < 4; count += 1) await signInFrom(server, person);
    const all = (await listSessions(session)).items.map(({ id }) => id);
    const first = await listSessions(session, "?limit=3");
    const second = await listSessions(session, `?limit=3&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all);
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([3, 2, null]);
  });

  test("leaves out sessions that have ended by themselves, and other readers'", async () => {
    const { person } = await newReader(server);
    const { person: stranger } = await newReader(server);
    await signInFrom(server, stranger);
    server.clock.advance(7 * 24 * 60 * minute + 1);
    const session = await signInFrom(server, person);
    expect((await listSessions(session)).items).toHaveLength(1);
  });

  test("belongs to guests, too", async () => {
    const { body: guest } = await server.browser().post<SessionAnswer>("/auth/guest");
    expect((await listSessions(guest)).items).toMatchObject([{ current: true }]);
  });

  test("prints what a device calls itself without its control characters", async () => {
    const { person } = await newReader(server);
    const session = await signInFrom(server, person, { userAgent: "Evil\u0085\u00adBrowser/1.0" });
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
    const { person } = await newReader(server);
    const start = server.clock.now();
    const session = await signInFrom(server, person);
    await isAlive(session);
    const first = await seen(session, start);

    server.clock.advance(minute / 2);
    for (let count = 0; count < 20; count += 1) await isAlive(session);
    // A later sighting of another session: what waited with it or before it has been written.
    const other = await signInFrom(server, person);
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
    const { person, session } = await newReader(server);
    await signInFrom(server, person);
    const { items } = await listSessions(session);
    expect(items[0]?.lastSeenAt).toBe(items[0]?.createdAt);
  });
});

describe("signing a device out", () => {
  test("ends its tokens at once, and no other's", async () => {
    const { person, session } = await newReader(server);
    const lost = await signInFrom(server, person, { userAgent: safari });
    const kept = await signInFrom(server, person);
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
    expect((await listActivity(server, session, "?limit=1"))[0]).toMatchObject({ kind: "device-signed-out" });
  });

  test("that is somebody else's is the same as one that does not exist", async () => {
    const { session } = await newReader(server);
    const { session: stranger } = await newReader(server);
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
    const { person, session } = await newReader(server);
    const lost = await signInFrom(server, person);
    const id = String(decodeJwt(lost.accessToken).sid);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => server.browser().send("DELETE", `/me/sessions/${id}`, session)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404, 404, 404]);
    const told = (await listActivity(server, session)).filter(({ kind }) => kind === "device-signed-out");
    expect(told).toHaveLength(1);
  });

  test("happens by itself to the longest unused of five hundred, when another signs in", async () => {
    const { person, browser } = await newReader(server);
    const unused = await signInFrom(server, person);
    server.clock.advance(2 * minute);
    const used = await signInFrom(server, person);
    await sql`
      insert into session (id, token, user_id, expires_at, absolute_expires_at, auth_time, delivery, refreshed_at,
        created_at, updated_at)
      select gen_random_uuid(), gen_random_uuid()::text, user_id, expires_at, absolute_expires_at, auth_time, delivery,
        refreshed_at, created_at, updated_at
      from session, generate_series(1, 497) where id = ${String(decodeJwt(used.accessToken).sid)}::uuid
    `.execute(server.database.db);
    expect((await browser.post("/auth/refresh")).status).toBe(200);
    const another = await signInFrom(server, person);
    expect(await Promise.all([unused, used, another].map(isAlive))).toEqual([false, true, true]);
    expect((await listSessions(another, "?limit=100")).nextCursor).not.toBeNull();
    expect(await listActivity(server, another, "?limit=2")).toMatchObject([
      { kind: "device-signed-out", detail: { surplus: true } },
      { kind: "signed-in" },
    ]);
  });

  test("or all others leaves the one that asks", async () => {
    const { person, session } = await newReader(server);
    const others = [await signInFrom(server, person), await signInFrom(server, person)];
    expect((await server.browser().send("DELETE", "/me/sessions", session)).status).toBe(204);
    expect(await Promise.all(others.map(isAlive))).toEqual([false, false]);
    expect((await listSessions(session)).items).toMatchObject([{ current: true }]);
    expect((await listActivity(server, session))[0]).toMatchObject({
      kind: "other-devices-signed-out",
      detail: { sessions: 2 },
    });
  });

  test("or all others, where there are none but some that have ended by themselves, leaves no trace", async () => {
    const { person, session } = await newReader(server);
    const { sid } = decodeJwt((await signInFrom(server, person)).accessToken);
    await sql`update session set expires_at = now() where id = ${String(sid)}::uuid`.execute(
      server.database.db,
    );
    const before = await listActivity(server, session);
    expect((await server.browser().send("DELETE", "/me/sessions", session)).status).toBe(204);
    expect(await listActivity(server, session)).toEqual(before);
  });
});

describe("the account's activity", () => {
  test("is what happened to it, newest first, a page at a time", async () => {
    const { person } = await newReader(server);
    const session = await signInFrom(server, person);
    const all = await listActivity(server, session);
    expect(all.map(({ kind }) => kind)).toEqual(["signed-in", "signed-in", "account-verified"]);
    expect(all[0]).toMatchObject({ ip: elsewhere, userAgent: firefox });
    const { body: first } = await server.browser().get<Page<ActivityItem>>("/me/activity?limit=2", session);
    const rest = await listActivity(server, session, `?cursor=${first.nextCursor}`);
    expect([...first.items, ...rest]).toEqual(all);
  });

  test("is nobody else's", async () => {
    const { session } = await newReader(server);
    const { session: other } = await newReader(server);
    const [mine, theirs] = await Promise.all([listActivity(server, session), listActivity(server, other)]);
    const ids = new Set(mine.map(({ id }) => id));
    expect(theirs.filter(({ id }) => ids.has(id))).toEqual([]);
  });
});

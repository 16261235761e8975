import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const second = 1000;
const day = 24 * 60 * 60 * second;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await registerAndVerify(server, alice);
});
afterAll(() => server.close());

async function refresh(refreshToken: string | undefined) {
  return server
    .browser()
    .post<SessionAnswer & { code?: string }>("/auth/refresh", { refreshToken }, { origin: null });
}

/** The token after this one: past the time in which a token is still young. */
async function rotate(refreshToken: string | undefined): Promise<string | undefined> {
  server.clock.advance(61 * second);
  return (await refresh(refreshToken)).body.refreshToken;
}

async function countEvents(kind: string, session: SessionAnswer): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from security_event where kind = ${kind} and user_id = ${session.account.id}::uuid
  `.execute(server.database.db);
  return rows[0]?.count ?? 0;
}

describe("a reader's session", () => {
  let session: SessionAnswer;
  beforeEach(async () => {
    const credentials = { email: alice.email, password: alice.password, delivery: "body" };
    session = (await server.browser().post<SessionAnswer>("/auth/login", credentials)).body;
  });

  test("that recovered from a lost answer lasts seven days from then", async () => {
    const { refreshToken: lost } = session;
    const successor = await rotate(lost);
    server.clock.advance(6 * day);
    const recovered = await refresh(lost);
    expect(recovered).toMatchObject({ status: 200, body: { refreshToken: successor } });
    server.clock.advance(6 * day);
    expect((await refresh(successor)).status).toBe(200);
  });

  test("that followed its token after a failover lasts seven days from then", async () => {
    server.clock.advance(6 * day);
    const { body: renewed } = await refresh(session.refreshToken);
    // The replica that takes over knows the session as it was before the last refresh.
    await sql`
      update session set refresh_counter = refresh_counter - 1, expires_at = ${new Date(server.clock.now().getTime() + day)}
      where user_id = ${session.account.id}::uuid`.execute(server.database.db);
    expect((await refresh(renewed.refreshToken)).status).toBe(200);
    server.clock.advance(6 * day);
    expect((await refresh(renewed.refreshToken)).status).toBe(200);
  });

  test("that recovers again and again ends after ninety days all the same", async () => {
    let token = session.refreshToken;
    for (let week = 0; week < 15; week += 1) {
      const successor = await rotate(token);
      if (successor === undefined) break;
      server.clock.advance(6 * day);
      const recovered = await refresh(token);
      if (recovered.status !== 200) {
        expect({ week, code: recovered.body.code }).toEqual({ week: 14, code: "refresh-invalid" });
        return;
      }
      token = successor;
    }
    expect.unreachable("the session outlived its ninety days");
  });
});

describe("a guest's session", () => {
  let guest: SessionAnswer;
  beforeEach(async () => {
    guest = (await server.browser().post<SessionAnswer>("/auth/guest", { delivery: "body" })).body;
  });

  test("lasts thirty days without use, and has no end while it is used", async () => {
    let { refreshToken } = guest;
    for (let month = 0; month < 5; month += 1) {
      server.clock.advance(29 * day);
      const { status, body } = await refresh(refreshToken);
      expect({ month, status }).toEqual({ month, status: 200 });
      refreshToken = body.refreshToken;
    }
    server.clock.advance(30 * day + second);
    expect((await refresh(refreshToken)).body).toMatchObject({ code: "refresh-invalid" });
  });

  test("ends when its token was stolen, with an event and nobody to write to", async () => {
    const successor = await rotate(await rotate(guest.refreshToken));
    expect((await refresh(guest.refreshToken)).body).toMatchObject({ code: "refresh-reused" });
    expect((await refresh(successor)).body).toMatchObject({ code: "refresh-invalid" });
    expect(await countEvents("refresh-reused", guest)).toBe(1);
  });
});

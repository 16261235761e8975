import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import type { Answer } from "./support/browser.ts";
import { createTestClock } from "./support/clock.ts";
import { alice } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;
/** Nobody sets two machines' clocks to the same millisecond. */
const skew = 2 * second;
// Either node may send a letter, and each has a mailbox of its own: nobody reads one here.
const settings = {
  EMAIL_VERIFICATION: "off",
  BOOKPLATE_SECRET: "the-secret-of-both-nodes-long-enough-for-them",
};

let one: TestServer;
let other: TestServer;
beforeAll(async () => {
  one = await startTestServer(settings);
  const ahead = createTestClock();
  ahead.advance(skew);
  other = await startTestServer(
    { ...settings, PUBLIC_URL: one.url },
    { database: one.database, clock: ahead },
  );
  for (const { clock } of [one, other]) clock.standStill();
  expect((await one.browser().post("/auth/register", alice)).status).toBe(201);
});
afterAll(async () => {
  await other.close();
  await one.close();
});

function pass(milliseconds: number): void {
  for (const { clock } of [one, other]) clock.advance(milliseconds);
}

function refresh(
  node: TestServer,
  refreshToken: string | undefined,
): Promise<Answer<SessionAnswer & { code?: string }>> {
  return node.browser().post("/auth/refresh", { refreshToken }, { origin: null });
}

const look = (node: TestServer, accessToken: string) =>
  node.browser().get<{ code?: string; sid: string }>("/auth/session", { accessToken });

/** The session that an access token names, as the database has it. */
async function sessionRow(accessToken: string) {
  const claims = JSON.parse(Buffer.from(accessToken.split(".")[1] ?? "", "base64url").toString());
  const { rows } = await sql<{ counter: number; used: boolean; recoveries: number }>`
    select refresh_counter as counter, successor_used as used, recoveries
    from session where id = ${String(claims.sid)}::uuid`.execute(one.database.db);
  return rows[0];
}

async function count(query: ReturnType<typeof sql<{ count: number }>>): Promise<number> {
  return (await query.execute(one.database.db)).rows[0]?.count ?? 0;
}
const countEvents = (kind: string) =>
  count(sql<{ count: number }>`select count(*)::int as count from security_event where kind = ${kind}`);
const countTheftLetters = () =>
  count(
    sql<{ count: number }>`
      select count(*)::int as count from letter where kind = 'session-stolen' and recipient = ${alice.email}`,
  );

let first: SessionAnswer;
beforeEach(async () => {
  const credentials = { email: alice.email, password: alice.password, delivery: "body" };
  first = (await one.browser().post<SessionAnswer>("/auth/login", credentials)).body;
});

describe("a refresh token at several nodes", () => {
  test("is young at each of them", async () => {
    const { status, body } = await refresh(other, first.refreshToken);
    expect({ status, token: body.refreshToken }).toEqual({ status: 200, token: first.refreshToken });
  });

  test("is replaced by whichever is asked", async () => {
    const tokens = [first.refreshToken];
    for (const node of [other, one, other, one]) {
      pass(61 * second + skew);
      tokens.push((await refresh(node, tokens.at(-1))).body.refreshToken);
    }
    expect(new Set(tokens).size).toBe(5);
    expect(tokens).not.toContain(undefined);
  });

  test("presented by fifty tabs at once moves the counter by one and gives all the same successor", async () => {
    pass(61 * second + skew);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, tab) => refresh(tab % 2 ? one : other, first.refreshToken)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body.refreshToken)).size).toBe(1);
    expect(await sessionRow(first.accessToken)).toMatchObject({ counter: 2 });
  });

  test("just replaced at one gives the same successor at the other within the grace", async () => {
    pass(61 * second + skew);
    const successor = (await refresh(one, first.refreshToken)).body.refreshToken;
    pass(29 * second - skew);
    expect((await refresh(other, first.refreshToken)).body.refreshToken).toBe(successor);
    expect((await refresh(one, first.refreshToken)).body.refreshToken).toBe(successor);
  });

  test("whose answer was lost recovers at the other, counted once for ten tabs at both", async () => {
    const recoveredBefore = await countEvents("refresh-recovered");
    pass(61 * second + skew);
    const successor = (await refresh(one, first.refreshToken)).body.refreshToken;
    pass(60 * minute);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, tab) => refresh(tab % 2 ? one : other, first.refreshToken)),
    );
    for (const { status, body } of answers)
      expect({ status, token: body.refreshToken }).toEqual({ status: 200, token: successor });
    expect(await sessionRow(first.accessToken)).toMatchObject({ recoveries: 1 });
    expect(await countEvents("refresh-recovered")).toBe(recoveredBefore + 1);
  });

  test("recovers three times a day over all nodes, and the fourth time counts as theft", async () => {
    pass(61 * second + skew);
    const successor = (await refresh(one, first.refreshToken)).body.refreshToken;
    for (const node of [other, one, other]) {
      pass(minute);
      expect((await refresh(node, first.refreshToken)).body.refreshToken).toBe(successor);
    }
    pass(minute);
    expect((await refresh(one, first.refreshToken)).body).toMatchObject({ code: "refresh-reused" });
  });

  test("ahead of a database that lost writes is believed by the other node", async () => {
    pass(61 * second + skew);
    const ahead = (await refresh(one, first.refreshToken)).body.refreshToken;
    await sql`update session set refresh_counter = 1 where refresh_counter = 2`.execute(one.database.db);
    expect(await refresh(other, ahead)).toMatchObject({ status: 200, body: { refreshToken: ahead } });
    expect(await sessionRow(first.accessToken)).toMatchObject({ counter: 2 });
  });
});

describe("a stolen refresh token at several nodes", () => {
  /** Ended everywhere, with one event and one letter. */
  async function expectTheft(
    node: TestServer,
    token: string | undefined,
    others: readonly (string | undefined)[],
  ): Promise<void> {
    const [eventsBefore, lettersBefore] = [await countEvents("refresh-reused"), await countTheftLetters()];
    expect(await refresh(node, token)).toMatchObject({ status: 401, body: { code: "refresh-reused" } });
    for (const each of [token, ...others])
      for (const anyNode of [one, other])
        expect(await refresh(anyNode, each)).toMatchObject({
          status: 401,
          body: { code: "refresh-invalid" },
        });
    expect(await sessionRow(first.accessToken)).toBeUndefined();
    expect(await countEvents("refresh-reused")).toBe(eventsBefore + 1);
    expect(await countTheftLetters()).toBe(lettersBefore + 1);
  }

  test("is found by one node from an access token that the other has seen", async () => {
    const elsewhere = (
      await other
        .browser()
        .post<SessionAnswer>(
          "/auth/login",
          { email: alice.email, password: alice.password, delivery: "body" },
          { origin: one.url },
        )
    ).body;
    pass(61 * second + skew);
    const victim = (await refresh(one, first.refreshToken)).body;
    expect((await look(one, victim.accessToken)).status).toBe(200);
    // Off the request path, and without anybody asking: within a second.
    await expect.poll(async () => (await sessionRow(first.accessToken))?.used).toBe(true);
    pass(31 * second + skew);
    await expectTheft(other, first.refreshToken, [victim.refreshToken]);
    for (const node of [one, other])
      await expect.poll(async () => (await look(node, victim.accessToken)).body.code).toBe("session-ended");
    expect((await refresh(one, elsewhere.refreshToken)).status).toBe(200);
  });

  test("is found although the successor was only presented, and at the other node", async () => {
    pass(61 * second + skew);
    const successor = (await refresh(one, first.refreshToken)).body.refreshToken;
    await refresh(one, successor);
    await expect.poll(async () => (await sessionRow(first.accessToken))?.used).toBe(true);
    pass(31 * second + skew);
    await expectTheft(other, first.refreshToken, [successor]);
  });

  test("is found two turns behind, without any sighting", async () => {
    pass(61 * second + skew);
    const older = (await refresh(one, first.refreshToken)).body.refreshToken;
    pass(61 * second + skew);
    const third = (await refresh(other, older)).body.refreshToken;
    await expectTheft(one, first.refreshToken, [older, third]);
  });

  test("is told once to two who reveal it at both nodes at the same moment", async () => {
    pass(61 * second + skew);
    const older = (await refresh(one, first.refreshToken)).body.refreshToken;
    pass(61 * second + skew);
    await refresh(other, older);
    const [eventsBefore, lettersBefore] = [await countEvents("refresh-reused"), await countTheftLetters()];
    const answers = await Promise.all([refresh(one, first.refreshToken), refresh(other, first.refreshToken)]);
    expect(answers.map(({ body }) => body.code).sort()).toEqual(["refresh-invalid", "refresh-reused"]);
    expect(await countEvents("refresh-reused")).toBe(eventsBefore + 1);
    expect(await countTheftLetters()).toBe(lettersBefore + 1);
  });
});

describe("the ends of a session at several nodes", () => {
  /** Refreshes at one node and the other in turn until a session ends. */
  async function countTurns(start: string | undefined, pauseMs: number, most: number): Promise<number> {
    let token = start;
    for (let turn = 0; turn < most; turn++) {
      pass(pauseMs);
      const { status, body } = await refresh(turn % 2 ? one : other, token);
      if (status === 401) {
        expect(body.code).toBe("refresh-invalid");
        return turn;
      }
      expect(status).toBe(200);
      token = body.refreshToken;
    }
    return most;
  }

  test("come after seven days without use", async () => {
    expect(await countTurns(first.refreshToken, 7 * day - minute, 3)).toBe(3);
    const again = (
      await one.browser().post<SessionAnswer>("/auth/login", {
        email: alice.email,
        password: alice.password,
        delivery: "body",
      })
    ).body;
    expect(await countTurns(again.refreshToken, 7 * day + minute, 1)).toBe(0);
  });

  test("come after ninety days in any case", async () => {
    expect(await countTurns(first.refreshToken, 6 * day, 30)).toBe(14);
  });

  test("come for a guest after thirty days without use, and otherwise never", async () => {
    const guest = () => one.browser().post<SessionAnswer>("/auth/guest", { delivery: "body" });
    expect(await countTurns((await guest()).body.refreshToken, 29 * day, 8)).toBe(8);
    expect(await countTurns((await guest()).body.refreshToken, 30 * day + minute, 1)).toBe(0);
  });
});

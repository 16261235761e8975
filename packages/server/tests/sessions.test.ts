import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { appOf } from "./support/app.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const second = 1000;
const day = 24 * 60 * 60 * second;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  server.clock.standStill();
  await registerAndVerify(server, alice);
});
afterAll(() => server.close());

const { login, refresh, rotate, look } = appOf(() => server, alice);
let first: SessionAnswer;
beforeEach(async () => {
  first = await login();
});

/** What a table of sessions would say; the access token names the row. */
async function sessionRow(accessToken: string) {
  const { body } = await look(accessToken);
  const { rows } = await sql<{ counter: number; used: boolean; recoveries: number }>`
    select refresh_counter as counter, successor_used as used, recoveries from session where id = ${body.sid}::uuid
  `.execute(server.database.db);
  return rows[0];
}

/** Presents the access token and waits until the server has noted that its turn was received. */
async function useSuccessor(accessToken: string): Promise<void> {
  expect((await look(accessToken)).status).toBe(200);
  await expect.poll(async () => (await sessionRow(accessToken))?.used).toBe(true);
}

async function events(kind: string): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from security_event where kind = ${kind}`.execute(server.database.db);
  return rows[0]?.count ?? 0;
}

describe("a refresh token", () => {
  test("that is young is answered with itself and a fresh access token", async () => {
    const { status, body, headers } = await refresh(first.refreshToken);
    expect(status).toBe(200);
    expect(body.refreshToken).toBe(first.refreshToken);
    expect((await look(body.accessToken)).status).toBe(200);
    expect(headers.getSetCookie()).toEqual([]);
    server.clock.advance(59 * second);
    expect((await refresh(first.refreshToken)).body.refreshToken).toBe(first.refreshToken);
  });

  test("that is older is replaced, and so on", async () => {
    const tokens = [first.refreshToken];
    for (let turn = 0; turn < 3; turn += 1) tokens.push(await rotate(tokens.at(-1)));
    expect(new Set(tokens).size).toBe(4);
  });

  test("presented by fifty tabs at once moves the counter by one and gives all the same successor", async () => {
    server.clock.advance(61 * second);
    const before = await sessionRow((await refresh((await login()).refreshToken)).body.accessToken);
    expect(before?.counter).toBe(1);
    const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(first.refreshToken)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 200));
    expect(new Set(answers.map(({ body }) => body.refreshToken)).size).toBe(1);
    expect(await sessionRow(answers[0]?.body.accessToken ?? "")).toMatchObject({ counter: 2 });
  });

  test("just replaced gives the same successor within the grace", async () => {
    const successor = await rotate(first.refreshToken);
    server.clock.advance(29 * second);
    expect((await refresh(first.refreshToken)).body.refreshToken).toBe(successor);
    expect((await refresh(first.refreshToken)).body.refreshToken).toBe(successor);
  });

  test("whose answer was lost recovers later, while nobody has used the successor", async () => {
    const recoveredBefore = await events("refresh-recovered");
    const successor = await rotate(first.refreshToken);
    server.clock.advance(3600 * second);
    const recovered = await refresh(first.refreshToken);
    expect(recovered).toMatchObject({ status: 200, body: { refreshToken: successor } });
    expect(await events("refresh-recovered")).toBe(recoveredBefore + 1);
    // Parallel tabs of the same reader fall into the new grace and are not counted again.
    expect((await refresh(first.refreshToken)).body.refreshToken).toBe(successor);
    expect(await events("refresh-recovered")).toBe(recoveredBefore + 1);
  });

  test("recovers for two tabs at once, and counts once", async () => {
    const successor = await rotate(first.refreshToken);
    server.clock.advance(3600 * second);
    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(first.refreshToken)));
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 200, body: { refreshToken: successor } });
    expect(await sessionRow(answers[0]?.body.accessToken ?? "")).toMatchObject({ recoveries: 1 });
  });

  test("recovers three times a day, and the fourth time counts as theft", async () => {
    const successor = await rotate(first.refreshToken);
    for (let turn = 0; turn < 3; turn += 1) {
      server.clock.advance(60 * second);
      expect((await refresh(first.refreshToken)).body.refreshToken).toBe(successor);
    }
    server.clock.advance(60 * second);
    expect((await refresh(first.refreshToken)).body).toMatchObject({ code: "refresh-reused" });
  });

  test("recovers again on the next day", async () => {
    const successor = await rotate(first.refreshToken);
    for (let turn = 0; turn < 3; turn += 1) {
      server.clock.advance(60 * second);
      await refresh(first.refreshToken);
    }
    server.clock.advance(day);
    expect((await refresh(first.refreshToken)).body.refreshToken).toBe(successor);
  });

  test("whose successor's access token was seen is theft: this session ends, other devices stay", async () => {
    const otherDevice = await login();
    server.clock.advance(61 * second);
    const victim = await refresh(first.refreshToken);
    await useSuccessor(victim.body.accessToken);
    server.clock.advance(31 * second);
    const revealed = await refresh(first.refreshToken);
    expect(revealed).toMatchObject({ status: 401, body: { code: "refresh-reused" } });
    for (const token of [first.refreshToken, victim.body.refreshToken]) {
      expect(await refresh(token)).toMatchObject({ status: 401, body: { code: "refresh-invalid" } });
    }
    expect((await look(victim.body.accessToken)).body).toMatchObject({ code: "session-ended" });
    expect((await refresh(otherDevice.refreshToken)).status).toBe(200);
    await expect(server.letter(alice.email, "session-stolen")).resolves.toBeDefined();
    const { rows } = await sql<{ kind: string; ip: string; agent: string }>`
      select kind, ip_address as ip, user_agent as agent from security_event order by id desc limit 1
    `.execute(server.database.db);
    // Where the old token came from: whoever looks into a theft begins there.
    expect(rows).toEqual([{ kind: "refresh-reused", ip: "127.0.0.1", agent: "node" }]);
  });

  test("whose successor was presented for a refresh is theft, even while that one is young", async () => {
    const successor = await rotate(first.refreshToken);
    await refresh(successor);
    server.clock.advance(31 * second);
    expect((await refresh(first.refreshToken)).body).toMatchObject({ code: "refresh-reused" });
    expect((await refresh(successor)).body).toMatchObject({ code: "refresh-invalid" });
  });

  test("two turns behind is theft at once", async () => {
    await rotate(await rotate(first.refreshToken));
    expect((await refresh(first.refreshToken)).body).toMatchObject({ code: "refresh-reused" });
  });

  test("reveals a theft to one of two who present it at once", async () => {
    await rotate(await rotate(first.refreshToken));
    const codes = (await Promise.all([refresh(first.refreshToken), refresh(first.refreshToken)])).map(
      ({ body }) => body.code,
    );
    expect(codes.sort()).toEqual(["refresh-invalid", "refresh-reused"]);
  });

  test("ahead of a database that lost writes is believed, and the row follows it", async () => {
    const ahead = await rotate(await rotate(first.refreshToken));
    await sql`update session set refresh_counter = 1`.execute(server.database.db);
    const answer = await refresh(ahead);
    expect(answer).toMatchObject({ status: 200, body: { refreshToken: ahead } });
    expect(await sessionRow(answer.body.accessToken)).toMatchObject({ counter: 3 });
    expect(await events("refresh-fast-forward")).toBeGreaterThan(0);
  });

  test("ahead of a database that lost writes goes on past the end that it lost them before, for one idle time", async () => {
    const session = await login();
    const { sid } = (await look(session.accessToken)).body;
    const readRow = () =>
      sql<{ refreshed: Date; ends: Date }>`
        select refreshed_at as refreshed, expires_at as ends from session where id = ${sid}::uuid
      `.execute(server.database.db);
    const before = (await readRow()).rows[0];
    const loseWrites = () =>
      sql`
        update session set refresh_counter = 1, refreshed_at = ${before?.refreshed}, expires_at = ${before?.ends}
        where id = ${sid}::uuid`.execute(server.database.db);
    server.clock.advance(6.9 * day);
    const ahead = await rotate(session.refreshToken);
    await loseWrites();
    server.clock.advance(day / 4);
    expect(await refresh(ahead)).toMatchObject({ status: 200, body: { refreshToken: ahead } });
    expect((await readRow()).rows[0]?.ends).toEqual(new Date(server.clock.now().getTime() + 7 * day));

    await loseWrites();
    server.clock.advance(7 * day);
    expect((await refresh(ahead)).body).toMatchObject({ code: "refresh-invalid" });
  });

  test.each(["bpr_", "nonsense", "bpr_AAAA", `bpr_${"A".repeat(120)}`])(
    "like %s is refused and changes nothing",
    async (token) => {
      expect(await refresh(token)).toMatchObject({ status: 401, body: { code: "refresh-invalid" } });
      expect((await refresh(first.refreshToken)).status).toBe(200);
    },
  );

  test("is no access token, and an access token is no refresh token", async () => {
    expect((await look(first.refreshToken ?? "")).body).toMatchObject({ code: "unauthenticated" });
    expect((await refresh(first.accessToken)).body).toMatchObject({ code: "refresh-invalid" });
  });

  test("ends idle after seven days, and after ninety days in any case", async () => {
    const idle = await login();
    server.clock.advance(7 * day + second);
    expect((await refresh(idle.refreshToken)).body).toMatchObject({ code: "refresh-invalid" });
    let token = (await login()).refreshToken;
    for (let week = 0; week < 15; week += 1) {
      server.clock.advance(6 * day);
      const { status, body } = await refresh(token);
      if (status !== 200) {
        expect({ week, code: body.code }).toEqual({ week: 14, code: "refresh-invalid" });
        return;
      }
      token = body.refreshToken;
    }
    expect.unreachable("the session outlived its ninety days");
  });

  test("of a banned account is refused", async () => {
    await sql`update "user" set banned = true where email = ${alice.email}`.execute(server.database.db);
    server.clock.advance(61 * second);
    const whileBanned = await refresh(first.refreshToken);
    await sql`update "user" set banned = false where email = ${alice.email}`.execute(server.database.db);
    expect(whileBanned).toMatchObject({ status: 401, body: { code: "refresh-invalid" } });
  });

  test("of an account whose ban has ended goes on", async () => {
    await sql`update "user" set banned = true, ban_expires = now() - interval '1 minute' where email = ${alice.email}`.execute(
      server.database.db,
    );
    const young = await refresh(first.refreshToken);
    await rotate(first.refreshToken);
    await sql`update "user" set banned = false, ban_expires = null where email = ${alice.email}`.execute(
      server.database.db,
    );
    expect(young.status).toBe(200);
  });
});

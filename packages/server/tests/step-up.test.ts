import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const minute = 60_000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await registerAndVerify(server, alice);
});
afterAll(() => server.close());

type Fresh = Pick<SessionAnswer, "accessToken" | "tokenType" | "expiresIn" | "expiresAt">;

async function signIn(): Promise<SessionAnswer & { refreshToken: string }> {
  const { email, password } = alice;
  const answer = await server
    .browser()
    .post<SessionAnswer & { refreshToken: string }>("/auth/login", { email, password, delivery: "body" });
  expect(answer.status).toBe(200);
  return answer.body;
}

const stepUp = (accessToken: string, password: string = alice.password) =>
  server.browser().post<Fresh>("/auth/step-up", { password }, { accessToken });

const refresh = (refreshToken: string) =>
  server
    .browser()
    .post<SessionAnswer & { refreshToken: string }>("/auth/refresh", { refreshToken }, { origin: null });

describe("proving again who one is", () => {
  test("answers an access token of the same session with a fresh time, and no refresh token", async () => {
    const session = await signIn();
    server.clock.advance(5 * minute);
    const { status, body, headers } = await stepUp(session.accessToken);
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(["accessToken", "expiresAt", "expiresIn", "tokenType"]);
    expect(headers.getSetCookie()).toEqual([]);
    expect(headers.get("cache-control")).toBe("no-store");
    const [before, after] = [decodeJwt(session.accessToken), decodeJwt(body.accessToken)];
    expect(after).toMatchObject({ sub: before.sub, sid: before.sid, rc: before.rc, epoch: before.epoch });
    expect(Number(after.auth_time) - Number(before.auth_time)).toBeGreaterThanOrEqual(5 * 60);
    const facts = await server.browser().get("/auth/session", { accessToken: body.accessToken });
    expect(facts.status).toBe(200);
  });

  test("is remembered by the session: refreshed access tokens know the time, too", async () => {
    const session = await signIn();
    server.clock.advance(5 * minute);
    const fresh = await stepUp(session.accessToken);
    server.clock.advance(2 * minute);
    const refreshed = await refresh(session.refreshToken);
    expect(decodeJwt(refreshed.body.accessToken).auth_time).toBe(decodeJwt(fresh.body.accessToken).auth_time);
  });

  test("stands in the account's activity", async () => {
    const session = await signIn();
    await stepUp(session.accessToken);
    const { body } = await server
      .browser()
      .get<{ items: { kind: string }[] }>("/me/activity?limit=1", session);
    expect(body.items).toMatchObject([{ kind: "stepped-up" }]);
  });

  test("does not count as the sign that the answer to a later turn arrived", async () => {
    const session = await signIn();
    server.clock.advance(2 * minute);
    // The answer to this refresh is lost on its way.
    await refresh(session.refreshToken);
    const fresh = await stepUp(session.accessToken);
    await server.browser().get("/auth/session", { accessToken: fresh.body.accessToken });
    server.clock.advance(2 * minute);
    const again = await refresh(session.refreshToken);
    expect(again.status).toBe(200);
  });
});

describe("who cannot prove it", () => {
  test("learns only that, and the session stays as it was", async () => {
    const session = await signIn();
    server.clock.advance(5 * minute);
    const { status, body } = await stepUp(session.accessToken, "lantern orchard velvet ten");
    expect({ status, body }).toMatchObject({ status: 401, body: { code: "invalid-credentials" } });
    const refreshed = await refresh(session.refreshToken);
    expect(decodeJwt(refreshed.body.accessToken).auth_time).toBe(decodeJwt(session.accessToken).auth_time);
  });

  test("is a guest, who has no password", async () => {
    const { body: guest } = await server.browser().post<SessionAnswer>("/auth/guest");
    const { status, body } = await stepUp(guest.accessToken);
    expect({ status, body }).toMatchObject({ status: 401, body: { code: "invalid-credentials" } });
  });

  test("is told which field is wrong, and no half of a proof counts", async () => {
    const session = await signIn();
    const wrong: [object, object][] = [
      [{}, { field: "password", code: "field-required" }],
      [{ method: "totp" }, { field: "code", code: "field-required" }],
      [
        { method: "totp", code: "12345" },
        { field: "code", code: "value-invalid" },
      ],
      [
        { method: "mail-code", code: "123456" },
        { field: "code", code: "value-invalid" },
      ],
      [
        { password: alice.password, method: "totp" },
        { field: "method", code: "field-unknown" },
      ],
    ];
    for (const [body, error] of wrong) {
      const answer = await server.browser().post("/auth/step-up", body, session);
      expect(answer).toMatchObject({ status: 422, body: { code: "validation-failed", errors: [error] } });
    }
  });

  test("has ten tries a minute from one address, and ten in ten minutes for one account", async () => {
    const limited = await startTestServer({ LIMITS: "on", TRUSTED_PROXIES: "127.0.0.1,::1" });
    try {
      await registerAndVerify(limited, alice);
      const { email, password } = alice;
      const from = (address: string) => ({ "x-forwarded-for": address });
      const { body: session } = await limited
        .browser()
        .post<SessionAnswer>("/auth/login", { email, password, delivery: "body" });
      const guess = (address: string) =>
        limited
          .browser()
          .post("/auth/step-up", { password: "wrong" }, { ...session, headers: from(address) });
      const answers = [];
      for (let index = 1; index <= 11; index += 1) answers.push(await guess(`203.0.113.${index}`));
      expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(401), 429]);
      const last = answers.at(-1);
      expect(last?.headers.get("ratelimit-policy")).toBe(`"step-up-account";q=10;w=600`);
      expect(last?.headers.has("retry-after")).toBe(true);
    } finally {
      await limited.close();
    }
  });
});

describe("a step-up in flight", () => {
  test("does not survive a change of the account in the meantime", async () => {
    const session = await signIn();
    const { sub } = decodeJwt(session.accessToken);
    // The epoch moves while the password is being checked: after the credential was read, before the session is.
    const answer = stepUp(session.accessToken);
    await server.database.db
      .updateTable("user")
      .set((eb) => ({ epoch: eb("epoch", "+", 1) }))
      .where("id", "=", sub ?? "")
      .execute();
    expect(await answer).toMatchObject({ status: 401, body: { code: "token-stale" } });
  });

  test("of a session that was ended in the meantime is refused", async () => {
    const session = await signIn();
    const { sid } = decodeJwt(session.accessToken);
    await server.database.db.deleteFrom("session").where("id", "=", String(sid)).execute();
    expect(await stepUp(session.accessToken)).toMatchObject({ status: 401, body: { code: "session-ended" } });
  });
});

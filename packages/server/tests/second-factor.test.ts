import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { findInDatabase } from "./support/database-state.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import {
  codeOf,
  login,
  secondStep,
  type TurnedOn,
  totpStepMs,
  turnOnTotp,
  wrongCodeOf,
} from "./support/second-factor.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const minute = 60_000;
let server: TestServer;
let session: SessionAnswer;
let people = 0;
/** Somebody new for each test. */
let reader = alice;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  people += 1;
  reader = { ...alice, email: `alice${people}@example.org` };
  session = await registerAndVerify(server, reader);
});

const freshCode = (secret: string) => {
  server.clock.advance(totpStepMs);
  return codeOf(secret, server.clock);
};

describe("setting an app up", () => {
  test("answers a secret and what a QR code holds, and changes nothing before a right code", async () => {
    const { body, status } = await server
      .browser()
      .post<{ secret: string; otpauthUri: string }>("/me/second-factor/totp", undefined, session);
    expect(status).toBe(200);
    expect(body.secret).toMatch(/^[A-Z2-7]{32}$/);
    const uri = new URL(body.otpauthUri);
    expect(uri.protocol).toBe("otpauth:");
    expect(decodeURIComponent(uri.pathname)).toContain(reader.email);
    expect(uri.searchParams.get("secret")).toBe(body.secret);
    expect((await server.browser().get("/me", session)).body).toMatchObject({ twoFactor: false });
    expect((await login(server.browser(), reader)).body).toHaveProperty("accessToken");
  });

  test("is done with a right code, which brings ten recovery codes and a letter", async () => {
    const { recoveryCodes } = await turnOnTotp(server, session.accessToken);
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes) expect(code).toMatch(/^[0-9a-z]{5}-[0-9a-z]{5}$/);
    expect((await server.browser().get("/me", session)).body).toMatchObject({ twoFactor: true });
    await server.letter(reader.email, "second-factor-changed");
    const { body } = await server.browser().get<{ items: object[] }>("/me/activity?limit=1", session);
    expect(body.items).toMatchObject([{ kind: "second-factor-on" }]);
    const methods = await server.browser().get("/me/sign-in-methods", session);
    expect(methods.body).toMatchObject({
      password: true,
      secondFactor: { totp: true, recoveryCodesLeft: 10 },
      stepUp: ["totp", "recovery-code"],
    });
  });

  test("is not done with a wrong code, nor with one of a secret that was replaced", async () => {
    const begin = () =>
      server.browser().post<{ secret: string }>("/me/second-factor/totp", undefined, session);
    const first = await begin();
    const second = await begin();
    const confirm = (code: string) =>
      server.browser().post("/me/second-factor/totp/confirm", { code }, session);
    expect(await confirm(codeOf(first.body.secret, server.clock))).toMatchObject({
      status: 401,
      body: { code: "invalid-credentials" },
    });
    expect((await confirm(wrongCodeOf(second.body.secret, server.clock))).status).toBe(401);
    expect((await confirm(codeOf(second.body.secret, server.clock))).status).toBe(200);
  });

  test("needs a step-up", async () => {
    server.clock.advance(11 * minute);
    const { accessToken } = session;
    for (const path of ["/me/second-factor/totp", "/me/second-factor/recovery-codes"]) {
      const answer = await server.browser().post(path, undefined, { accessToken });
      expect(answer).toMatchObject({ status: 403, body: { code: "step-up-required" } });
    }
    const confirm = await server
      .browser()
      .post("/me/second-factor/totp/confirm", { code: "123456" }, { accessToken });
    expect(confirm).toMatchObject({ status: 403, body: { code: "step-up-required" } });
  });

  test("asks the reader's other sessions for a step-up, whatever they have proven lately", async () => {
    const { body: elsewhere } = await server
      .browser()
      .post<SessionAnswer & { refreshToken: string }>("/auth/login", {
        email: reader.email,
        password: reader.password,
        delivery: "body",
      });
    await turnOnTotp(server, session.accessToken);
    const off = await server.browser().send("DELETE", "/me/second-factor", { ...elsewhere, body: {} });
    expect(off).toMatchObject({ status: 403, body: { code: "step-up-required" } });
    const own = await server.browser().send("DELETE", "/me/second-factor", { ...session, body: {} });
    expect(own.status).toBe(204);
  });
});

describe("with a second factor on", () => {
  let factor: TurnedOn;
  beforeEach(async () => {
    factor = await turnOnTotp(server, session.accessToken);
  });

  test("a right password alone signs nobody in", async () => {
    const { status, body, headers } = await login(server.browser(), reader);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { status: "second-factor-required", methods: ["totp", "recovery-code"] },
    });
    expect(Object.keys(body).sort()).toEqual(["challenge", "expiresAt", "methods", "status"]);
    expect(headers.get("cache-control")).toBe("no-store");
    const { body: sessions } = await server.browser().get<{ items: object[] }>("/me/sessions", session);
    expect(sessions.items).toHaveLength(1);
  });

  test("a code of the app completes the sign-in", async () => {
    const { body } = await login(server.browser(), reader);
    const code = freshCode(factor.secret);
    const done = await secondStep(server.browser(), { challenge: body.challenge, code });
    expect(done).toMatchObject({ status: 200, body: { account: { email: reader.email, twoFactor: true } } });
    expect(decodeJwt(done.body.accessToken).sub).toBe(session.account.id);
    expect(done.body.refreshToken).toBeTruthy();
  });

  test("a browser is signed in by cookie, and its challenge works in no other browser", async () => {
    const browser = server.browser();
    const { body } = await login(browser, reader, {});
    expect([...browser.cookies.keys()]).toEqual(["bookplate-second-factor"]);
    const code = freshCode(factor.secret);
    const elsewhere = await secondStep(server.browser(), { challenge: body.challenge, code });
    expect(elsewhere).toMatchObject({ status: 400, body: { code: "token-invalid" } });
    const done = await secondStep(browser, { challenge: body.challenge, code });
    expect(done.status).toBe(200);
    expect(done.body).not.toHaveProperty("refreshToken");
    expect([...browser.cookies.keys()].sort()).toEqual(["bookplate", "bookplate-device", "bookplate-hint"]);
  });

  test("codes one step off count, and codes two steps off do not, before and after", async () => {
    server.clock.advance(3 * totpStepMs);
    for (const [steps, status] of [
      [-2, 401],
      [2, 401],
      [-1, 200],
      [1, 200],
    ] as const) {
      const { body } = await login(server.browser(), reader);
      const code = codeOf(factor.secret, server.clock, steps);
      expect({
        steps,
        ...(await secondStep(server.browser(), { challenge: body.challenge, code })),
      }).toMatchObject({
        steps,
        status,
      });
    }
  });

  test("the same code does not count twice, not even in another sign-in or for a step-up", async () => {
    const code = freshCode(factor.secret);
    const first = await login(server.browser(), reader);
    const second = await login(server.browser(), reader);
    expect((await secondStep(server.browser(), { challenge: first.body.challenge, code })).status).toBe(200);
    const again = await secondStep(server.browser(), { challenge: second.body.challenge, code });
    expect(again).toMatchObject({ status: 401, body: { code: "invalid-credentials" } });
    const stepUp = await server.browser().post("/auth/step-up", { method: "totp", code }, session);
    expect(stepUp).toMatchObject({ status: 401, body: { code: "invalid-credentials" } });
  });

  test("a recovery code counts once, however it is typed, and its owner hears of it", async () => {
    const [code = ""] = factor.recoveryCodes;
    const first = await login(server.browser(), reader);
    const step = { challenge: first.body.challenge, method: "recovery-code" };
    const typed = ` ${code.toUpperCase().replace("-", " ")} `;
    expect((await secondStep(server.browser(), { ...step, code: typed })).status).toBe(200);
    const second = await login(server.browser(), reader);
    const again = { challenge: second.body.challenge, method: "recovery-code", code };
    expect((await secondStep(server.browser(), again)).status).toBe(401);
    const { body } = await server.browser().get("/me/sign-in-methods", session);
    expect(body).toMatchObject({ secondFactor: { recoveryCodesLeft: 9 } });
    const activity = await server.browser().get<{ items: { kind: string }[] }>("/me/activity", session);
    expect(activity.body.items.map(({ kind }) => kind)).toContain("recovery-code-used");
  });

  test("new recovery codes end the old ones", async () => {
    const renewed = await server
      .browser()
      .post<{ recoveryCodes: string[] }>("/me/second-factor/recovery-codes", undefined, session);
    expect(renewed).toMatchObject({ status: 200, body: { recoveryCodes: { length: 10 } } });
    const { body } = await login(server.browser(), reader);
    const step = { challenge: body.challenge, method: "recovery-code" };
    expect((await secondStep(server.browser(), { ...step, code: factor.recoveryCodes[0] })).status).toBe(401);
    expect(
      (await secondStep(server.browser(), { ...step, code: renewed.body.recoveryCodes[0] })).status,
    ).toBe(200);
  });

  test("a new app takes the place of the old one, with recovery codes of its own", async () => {
    const newer = await turnOnTotp(server, session.accessToken);
    const { body } = await login(server.browser(), reader);
    const step = (code: string | undefined, method = "totp") =>
      secondStep(server.browser(), { challenge: body.challenge, method, code });
    expect((await step(freshCode(factor.secret))).status).toBe(401);
    expect((await step(factor.recoveryCodes[0], "recovery-code")).status).toBe(401);
    expect((await step(freshCode(newer.secret))).status).toBe(200);
  });

  test("nothing that is shown stands in the database in clear", async () => {
    const { body } = await login(server.browser(), reader, {});
    for (const secret of [factor.secret, ...factor.recoveryCodes, body.challenge]) {
      for (const spelling of [secret, secret.replace("-", "")]) {
        expect(await findInDatabase(server.database.db, spelling)).toEqual([]);
      }
    }
  });
});

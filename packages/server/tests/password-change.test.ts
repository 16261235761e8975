import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import type { TestBrowser } from "./support/browser.ts";
import { createKeyHolder } from "./support/dpop.ts";
import { person, registerAndVerify, tokenOf } from "./support/people.ts";
import { askForReset, letterAfter, logIn, newPassword } from "./support/recovery.ts";
import { codeOf, turnOnTotp } from "./support/second-factor.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const minute = 60_000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

type Problem = { code?: string; errors?: { field: string; code: string }[] };

const change = (accessToken: string, body: object, browser: TestBrowser = server.browser()) =>
  browser.post<SessionAnswer & Problem>("/auth/password/change", body, { accessToken });

const me = async (accessToken: string) => (await server.browser().get<Problem>("/me", { accessToken })).body;

describe("changing the password", () => {
  test("signs the reader in anew and everybody else out", async () => {
    const dora = person("Dora");
    const browser = server.browser();
    const here = await registerAndVerify(server, dora, { browser });
    const { body: elsewhere } = await logIn(server, dora.email, dora.password);
    const changed = await change(here.accessToken, { currentPassword: dora.password, newPassword }, browser);
    expect(changed).toMatchObject({ status: 200, body: { tokenType: "Bearer", account: here.account } });
    expect(changed.headers.get("cache-control")).toBe("no-store");
    expect(await me(here.accessToken)).toMatchObject({ code: "session-ended" });
    expect(await me(elsewhere.accessToken)).toMatchObject({ code: "session-ended" });
    expect(await me(changed.body.accessToken)).toMatchObject({ email: dora.email });
    const refreshed = await browser.post<SessionAnswer>("/auth/refresh");
    expect(refreshed.body.account.email).toBe(dora.email);
    expect((await logIn(server, dora.email, dora.password)).status).toBe(401);
    expect((await logIn(server, dora.email, newPassword)).status).toBe(200);
    await expect(server.letter(dora.email, "password-changed")).resolves.toBeDefined();
  });

  test("answers as the session was delivered: in the body where it began there", async () => {
    const emil = person("Emil");
    const session = await registerAndVerify(server, emil, { delivery: "body" });
    const { body, headers } = await change(session.accessToken, {
      currentPassword: emil.password,
      newPassword,
    });
    expect(body.refreshToken).toMatch(/^bpr_/);
    expect(headers.getSetCookie()).toEqual([]);
  });

  test("needs the current one, and a right one", async () => {
    const frida = person("Frida");
    const { accessToken } = await registerAndVerify(server, frida);
    expect(await change(accessToken, { currentPassword: "not the password", newPassword })).toMatchObject({
      status: 401,
      body: { code: "invalid-credentials" },
    });
    expect(await change(accessToken, { newPassword })).toMatchObject({
      status: 422,
      body: { errors: [{ field: "currentPassword", code: "field-required" }] },
    });
    expect(await change(accessToken, { currentPassword: frida.password, newPassword: "weak" })).toMatchObject(
      {
        status: 422,
        body: { errors: [{ field: "newPassword", code: "password-too-short" }] },
      },
    );
    expect(await me(accessToken)).toMatchObject({ email: frida.email });
  });

  test("makes letters that wait worthless: for a new password, and for another address", async () => {
    const greta = person("Greta");
    const { accessToken } = await registerAndVerify(server, greta);
    const { token } = await askForReset(server, greta.email);
    const newEmail = "greta-elsewhere@example.org";
    const confirm = await letterAfter(server, newEmail, "email-change-confirm", () =>
      server.browser().post("/me/email", { newEmail }, { accessToken }),
    );
    await change(accessToken, { currentPassword: greta.password, newPassword });
    const browser = server.browser();
    for (const answer of [
      await browser.post("/auth/password/reset", { token, password: "another password of greta" }),
      await browser.post("/me/email/confirm", { token: tokenOf(confirm) }),
    ]) {
      expect(answer).toMatchObject({ status: 400, body: { code: "token-invalid" } });
    }
  });

  test("with a second factor needs it besides the password", async () => {
    const hugo = person("Hugo");
    const { accessToken } = await registerAndVerify(server, hugo);
    const { secret } = await turnOnTotp(server, accessToken);
    server.clock.advance(11 * minute);
    const body = { currentPassword: hugo.password, newPassword };
    expect(await change(accessToken, body)).toMatchObject({
      status: 403,
      body: { code: "step-up-required" },
    });
    const proof = { method: "totp", code: codeOf(secret, server.clock) };
    const { body: steppedUp } = await server
      .browser()
      .post<SessionAnswer>("/auth/step-up", proof, { accessToken });
    const changed = await change(steppedUp.accessToken, body);
    expect(changed).toMatchObject({ status: 200, body: { account: { twoFactor: true } } });
  });

  test("gives an account its first one after a step-up alone", async () => {
    const ida = person("Ida");
    const { accessToken, account } = await registerAndVerify(server, ida);
    await sql`delete from account where user_id = ${account.id}`.execute(server.database.db);
    server.clock.advance(11 * minute);
    expect(await change(accessToken, { newPassword })).toMatchObject({
      status: 403,
      body: { code: "step-up-required" },
    });
    const letter = await letterAfter(server, ida.email, "sign-in-code", () =>
      server.browser().post("/auth/step-up/mail", {}, { accessToken }),
    );
    const { body } = await server
      .browser()
      .post<SessionAnswer>("/auth/step-up", { method: "mail-code", code: letter.code }, { accessToken });
    expect((await change(body.accessToken, { newPassword })).status).toBe(200);
    expect((await logIn(server, ida.email, newPassword)).status).toBe(200);
  });

  test("is nothing that a guest could do", async () => {
    const { body: guest } = await server.browser().post<SessionAnswer>("/auth/guest");
    expect(await change(guest.accessToken, { newPassword })).toMatchObject({
      status: 404,
      body: { code: "not-found" },
    });
  });

  test("at the same moment twice counts once", async () => {
    const jana = person("Jana");
    const { accessToken } = await registerAndVerify(server, jana);
    const answers = await Promise.all(
      Array.from({ length: 4 }, (_, index) =>
        change(accessToken, { currentPassword: jana.password, newPassword: `${newPassword} ${index}` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
  });

  test("keeps a session bound to its key", async () => {
    const karl = person("Karl");
    await registerAndVerify(server, karl);
    const phone = await createKeyHolder(server);
    const { email, password } = karl;
    const login = { email, password, delivery: "body" };
    const { body: bound } = await phone.send<SessionAnswer>("POST", "/auth/login", { body: login });
    const changed = await phone.send<SessionAnswer>("POST", "/auth/password/change", {
      body: { currentPassword: password, newPassword },
      accessToken: bound.accessToken,
    });
    expect(changed).toMatchObject({ status: 200, body: { tokenType: "DPoP" } });
    expect(await me(changed.body.accessToken)).toMatchObject({ code: "unauthenticated" });
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../../src/sessions/schemas.ts";
import { createOfficialApp, releases } from "../support/official-app.ts";
import { person, registerAndVerify, tokenOf } from "../support/people.ts";
import { letterAfter, logIn, newPassword } from "../support/recovery.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const isAlive = async (accessToken: string | undefined) =>
  (await server.browser().get("/auth/session", { accessToken })).status === 200;

describe.each(releases)("the official client %s in bearer mode", (release) => {
  const reader = (name: string) => person(`${name}-${release}`);

  async function signIn(name: string) {
    const someone = reader(name);
    await registerAndVerify(server, someone);
    const app = createOfficialApp(release, server.url);
    const { email, password } = someone;
    expect((await app.client.signIn.email({ email, password })).error).toBeNull();
    return { app, someone };
  }

  test("asks for a reset letter, alike for every address, and resets with its token", async () => {
    const { app, someone } = await signIn("dora");
    const before = app.tokens.access;
    const { client } = createOfficialApp(release, server.url);
    const letter = await letterAfter(server, someone.email, "password-reset", async () => {
      const known = await client.requestPasswordReset({
        email: someone.email,
        redirectTo: "https://evil.example/reset",
      });
      const unknown = await client.requestPasswordReset({ email: "nobody@example.org" });
      expect(known).toMatchObject({ data: { status: true }, error: null });
      expect(Object.keys(unknown.data ?? {})).toEqual(Object.keys(known.data ?? {}));
    });
    expect(letter.html + letter.text).not.toContain("evil.example");
    const token = tokenOf(letter);
    const weak = await client.resetPassword({ token, newPassword: "short" });
    expect(weak.error).toMatchObject({ status: 400, code: "PASSWORD_TOO_SHORT" });
    expect(await client.resetPassword({ token, newPassword })).toMatchObject({ data: { status: true } });
    const again = await client.resetPassword({ token, newPassword });
    expect(again.error).toMatchObject({ status: 400, code: "INVALID_TOKEN" });
    expect(await isAlive(before)).toBe(false);
    expect((await logIn(server, someone.email, newPassword)).status).toBe(200);
  });

  test("changes the password and goes on with new tokens; all others are out", async () => {
    const { app, someone } = await signIn("emil");
    const { body: elsewhere } = await logIn(server, someone.email, someone.password);
    const before = app.tokens.access;
    const wrong = await app.client.changePassword({ currentPassword: "not the password", newPassword });
    expect(wrong.error).toMatchObject({ status: 400, code: "INVALID_PASSWORD" });
    const changed = await app.client.changePassword({ currentPassword: someone.password, newPassword });
    expect(changed).toMatchObject({ data: { user: { email: someone.email } }, error: null });
    expect(app.tokens.refresh).toMatch(/^bpr_/);
    expect(await Promise.all([before, elsewhere.accessToken, app.tokens.access].map(isAlive))).toEqual([
      false,
      false,
      true,
    ]);
    expect((await app.client.getSession()).data?.user.email).toBe(someone.email);
  });

  test("asks for another address; its letter confirms it, and the old one is told", async () => {
    const { app, someone } = await signIn("frida");
    const newEmail = `frida-${release}@elsewhere.example.org`;
    const letter = await letterAfter(server, newEmail, "email-change-confirm", async () => {
      expect(await app.client.changeEmail({ newEmail })).toMatchObject({ data: { status: true } });
    });
    await server.browser().post("/me/email/confirm", { token: tokenOf(letter) });
    expect((await app.client.getSession()).data?.user.email).toBe(newEmail);
    await expect(server.letter(someone.email, "email-changed")).resolves.toBeDefined();
    server.clock.advance(11 * 60_000);
    const late = await app.client.changeEmail({ newEmail: "frida-late@example.org" });
    expect(late.error).toMatchObject({ status: 403, code: "step-up-required" });
    server.clock.advance(-11 * 60_000);
  });
});

test("a browser's refresh token stays a cookie when the password is changed by a client of Better Auth", async () => {
  const greta = person("Greta");
  const browser = server.browser();
  const { accessToken } = await registerAndVerify(server, greta, { browser });
  const body = { currentPassword: greta.password, newPassword };
  const answer = await browser.post<{ token: string }>("/api/auth/change-password", body, { accessToken });
  expect(answer.status).toBe(200);
  expect(answer.headers.has("set-refresh-token")).toBe(false);
  expect(await isAlive(answer.body.token)).toBe(true);
  expect((await browser.post<SessionAnswer>("/auth/refresh")).body.account.email).toBe(greta.email);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../../src/sessions/schemas.ts";
import { createOfficialApp, releases } from "../support/official-app.ts";
import { tokenOf } from "../support/people.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const password = "lantern orchard velvet nine";

describe.each(releases)("the official client %s in bearer mode", (release) => {
  const person = (name: string) => ({ name, email: `${name}-${release}@example.org`, password });
  const newApp = () => createOfficialApp(release, server.url);

  /** Signs up with the client, proves the address by our letter, and signs in with the client. */
  async function signUp(name: string, app = newApp()) {
    const someone = person(name);
    const { data, error } = await app.client.signUp.email(someone);
    expect(error).toBeNull();
    expect(data?.token).toBeNull();
    const letter = await server.letter(someone.email, "verify-registration");
    const verified = await server
      .browser()
      .post("/auth/verify-email", { token: tokenOf(letter), password, delivery: "body" });
    expect(verified.status).toBe(200);
    const signedIn = await app.client.signIn.email({ email: someone.email, password });
    expect(signedIn.error).toBeNull();
    return { app, someone, client: app.client };
  }

  test("signs up, is verified by our letter, signs in, and reads its session", async () => {
    const { app, client, someone } = await signUp("dora");
    expect(app.tokens.access).toBeDefined();
    expect(app.tokens.refresh).toMatch(/^bpr_/);
    const { data } = await client.getSession();
    expect(data?.user).toMatchObject({ email: someone.email, name: "dora", emailVerified: true });
    expect(data?.session.token).toBe(data?.session.id);
    const accounts = await client.listAccounts();
    expect(accounts.data).toMatchObject([{ providerId: "credential" }]);
  });

  test("an address that is known, one that is not, and a wrong password say no more than they must", async () => {
    const { someone } = await signUp("emil");
    const again = await newApp().client.signUp.email(someone);
    expect(again.error).toBeNull();
    expect(again.data?.token).toBeNull();
    const wrong = await newApp().client.signIn.email({ email: someone.email, password: "not the password" });
    const unknown = await newApp().client.signIn.email({ email: "nobody@example.org", password });
    expect(wrong.error).toMatchObject({ status: 401, code: "INVALID_EMAIL_OR_PASSWORD" });
    expect(unknown.error).toEqual(wrong.error);
    const weak = await newApp().client.signUp.email({ ...person("weak"), password: "short" });
    expect(weak.error).toMatchObject({ status: 400, code: "PASSWORD_TOO_SHORT" });
    const resent = await newApp().client.sendVerificationEmail({ email: "nobody@example.org" });
    expect(resent).toMatchObject({ data: { status: true }, error: null });
  });

  test("changes the name, and nothing that is not the reader's to change", async () => {
    const { client } = await signUp("fritz");
    expect((await client.updateUser({ name: "Friedrich" })).error).toBeNull();
    expect((await client.getSession()).data?.user.name).toBe("Friedrich");
    const promoted = await client.$fetch("/update-user", { method: "POST", body: { role: "admin" } });
    expect(promoted.error).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
  });

  test("lists its sessions and ends them: one, all others, all", async () => {
    const { app, client, someone } = await signUp("greta");
    const second = newApp();
    await second.client.signIn.email({ email: someone.email, password });
    const third = newApp();
    await third.client.signIn.email({ email: someone.email, password });
    const alive = async ({ tokens }: typeof app) =>
      (await server.browser().get("/auth/session", { accessToken: tokens.access })).status === 200;

    const mine = (await second.client.getSession()).data?.session;
    expect((await client.listSessions()).data?.map(({ id }) => id)).toContain(mine?.id);
    expect((await client.revokeSession({ token: mine?.token ?? "" })).data).toEqual({ status: true });
    expect([await alive(app), await alive(second), await alive(third)]).toEqual([true, false, true]);

    expect((await client.revokeOtherSessions()).data).toEqual({ status: true });
    expect([await alive(app), await alive(third)]).toEqual([true, false]);
    const listed = await client.listSessions();
    expect(listed.data).toHaveLength(1);

    expect((await client.revokeSessions()).data).toEqual({ status: true });
    expect(await alive(app)).toBe(false);
    const ended = await client.getSession();
    expect(ended.error).toMatchObject({ status: 401, code: "session-ended" });
  });

  test("another's session is not ended, and the answer does not say whether it exists", async () => {
    const victim = await signUp("hanna");
    const { client } = await signUp("igor");
    const target = (await victim.client.getSession()).data?.session;
    for (const token of [target?.token ?? "", "not-an-id"]) {
      expect((await client.revokeSession({ token })).data).toEqual({ status: true });
    }
    expect((await victim.client.getSession()).data?.session.id).toBe(target?.id);
  });

  test("signs out: access and refresh token end at once, and a second time is fine", async () => {
    const { app, client } = await signUp("jutta");
    const { access, refresh } = app.tokens;
    expect((await client.signOut()).data).toEqual({ success: true });
    expect((await server.browser().get("/auth/session", { accessToken: access })).status).toBe(401);
    expect((await server.browser().post("/auth/refresh", { refreshToken: refresh })).status).toBe(401);
    expect((await client.signOut()).data).toEqual({ success: true });
  });

  test("goes on with the refresh token that a header brought", async () => {
    const { app, client } = await signUp("karl");
    server.clock.advance(2 * 60_000);
    const { body } = await server
      .browser()
      .post<SessionAnswer>("/auth/refresh", { refreshToken: app.tokens.refresh });
    app.tokens.access = body.accessToken;
    expect((await client.getSession()).data?.user.name).toBe("karl");
  });

  test("is a guest, signs up as one, and keeps the chats", async () => {
    const app = newApp();
    expect((await app.client.signIn.anonymous()).data?.token).toBe(app.tokens.access);
    const guest = app.tokens.access;
    const again = await app.client.signIn.anonymous();
    expect(again.error).toMatchObject({ code: "ANONYMOUS_USERS_CANNOT_SIGN_IN_AGAIN_ANONYMOUSLY" });
    await server.browser().post("/conversations", { title: "As a guest" }, { accessToken: guest });

    await app.client.signUp.email(person("lena"));
    const letter = await server.letter(person("lena").email, "verify-registration");
    await server.browser().post("/auth/verify-email", { token: tokenOf(letter), password, delivery: "body" });
    app.tokens.access = undefined;
    await app.client.signIn.email({ email: person("lena").email, password });
    const chats = await server
      .browser()
      .get<{ items: { title: string }[] }>("/conversations", { accessToken: app.tokens.access });
    expect(chats.body.items.map(({ title }) => title)).toEqual(["As a guest"]);
  });

  test("is a guest, signs in, and the chats come along", async () => {
    const { someone } = await signUp("mona");
    const app = newApp();
    await app.client.signIn.anonymous();
    await server.browser().post("/conversations", { title: "Before" }, { accessToken: app.tokens.access });
    const { data } = await app.client.signIn.email({ email: someone.email, password });
    expect(data).toMatchObject({ merged: { conversations: 1 } });
  });
});

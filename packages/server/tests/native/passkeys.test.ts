import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../../src/sessions/schemas.ts";
import { createAuthenticator } from "../support/authenticator.ts";
import { createTestNativeAuth } from "../support/native-auth.ts";
import { addNativePasskey, signInNatively } from "../support/native-passkeys.ts";
import { alice, bob, registerAndVerify } from "../support/people.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let alicesSession: SessionAnswer;
beforeAll(async () => {
  server = await startTestServer();
  alicesSession = await registerAndVerify(server, alice, { delivery: "body" });
});
afterAll(() => server.close());

/** A passkey of Alice's on a device of hers. */
async function givePasskey() {
  const authenticator = createAuthenticator();
  const { body } = await addNativePasskey(
    server.browser(),
    server.url,
    alicesSession.accessToken,
    authenticator,
  );
  return { authenticator, id: body.id };
}

const eventsOf = (userId: string) =>
  server.database.db.selectFrom("securityEvent").select("kind").where("userId", "=", userId).execute();

test("a passkey signs in, with a pair of ours and a session like any other", async () => {
  const { authenticator } = await givePasskey();
  const browser = server.browser();
  const { status, body, headers } = await signInNatively(browser, server.url, authenticator);
  expect(status).toBe(200);
  expect(body.user.email).toBe(alice.email);
  expect(headers.get("set-auth-token")).toBe(body.token);
  expect(body.session.token).toBe(body.session.id);

  const facts = await browser.get("/auth/session", { accessToken: body.token });
  expect(facts.body).toMatchObject({ sub: alicesSession.account.id, sid: body.session.id });
  const refreshToken = headers.get("set-refresh-token");
  const refreshed = await server.browser().post("/auth/refresh", { refreshToken });
  expect(refreshed.status).toBe(200);

  const session = await server.database.db
    .selectFrom("session")
    .select(["absoluteExpiresAt", "delivery"])
    .where("id", "=", body.session.id)
    .executeTakeFirstOrThrow();
  expect(session).toEqual({ absoluteExpiresAt: expect.any(Date), delivery: "body" });
  const kinds = (await eventsOf(alicesSession.account.id)).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(["passkey-added", "signed-in"]));
});

test("a challenge is good once, and for the browser that asked for it", async () => {
  const { authenticator } = await givePasskey();
  const browser = server.browser();
  const { body } = await browser.get<{ challenge: string; rpId: string }>(
    "/api/auth/passkey/generate-authenticate-options",
  );
  const response = authenticator.authenticate({ ...body, origin: server.url });
  const verify = "/api/auth/passkey/verify-authentication";
  expect((await server.browser().post(verify, { response })).status).toBe(400);
  expect((await browser.post(verify, { response })).status).toBe(200);
  expect((await browser.post(verify, { response })).status).toBe(400);
});

test("an authenticator that has not verified its user neither registers nor signs in", async () => {
  const careless = createAuthenticator();
  careless.stopVerifyingUser();
  const added = await addNativePasskey(server.browser(), server.url, alicesSession.accessToken, careless);
  expect(added).toMatchObject({ status: 400, body: { code: "AUTHENTICATION_FAILED" } });

  const { authenticator } = await givePasskey();
  authenticator.stopVerifyingUser();
  const refused = await signInNatively(server.browser(), server.url, authenticator);
  expect(refused).toMatchObject({ status: 400, body: { code: "AUTHENTICATION_FAILED" } });
  expect(refused.headers.get("set-auth-token")).toBeNull();
});

test("a guest's chats come along, once the passkey has been checked", async () => {
  const { authenticator } = await givePasskey();
  const guest = (await server.browser().post<SessionAnswer>("/auth/guest", { delivery: "body" })).body;
  const { accessToken } = guest;
  await server.browser().post("/conversations", { title: "Before signing in" }, { accessToken });
  const { body } = await signInNatively(server.browser(), server.url, authenticator, { accessToken });
  const chats = await server
    .browser()
    .get<{ items: { title: string }[] }>("/conversations", { accessToken: body.token });
  expect(chats.body.items.map(({ title }) => title)).toContain("Before signing in");
  expect((await server.browser().get("/me", { accessToken })).status).toBe(401);
});

test("a guest has no passkeys, and a reader needs a fresh proof to add or remove one", async () => {
  const guest = (await server.browser().post<SessionAnswer>("/auth/guest", { delivery: "body" })).body;
  const refused = await server.browser().get("/api/auth/passkey/generate-register-options", {
    accessToken: guest.accessToken,
  });
  expect(refused.body).toMatchObject({ code: "SESSION_REQUIRED" });

  const { id } = await givePasskey();
  const login = { email: alice.email, password: alice.password, delivery: "body" };
  const { accessToken } = (await server.browser().post<SessionAnswer>("/auth/login", login)).body;
  server.clock.advance(11 * 60_000);
  const calls = [
    server.browser().get("/api/auth/passkey/generate-register-options", { accessToken }),
    server.browser().post("/api/auth/passkey/delete-passkey", { id }, { accessToken }),
  ];
  for (const { status, body } of await Promise.all(calls)) {
    expect(status).toBe(403);
    expect(body.code).toBe("step-up-required");
  }
  alicesSession = (await server.browser().post<SessionAnswer>("/auth/login", login)).body;
});

test("a passkey that was removed opens nothing, and nobody removes or renames another's", async () => {
  const { authenticator, id } = await givePasskey();
  const bobs = await registerAndVerify(server, bob, { delivery: "body" });
  for (const path of ["delete-passkey", "update-passkey"]) {
    const body = path === "update-passkey" ? { id, name: "Mine" } : { id };
    const refused = await server
      .browser()
      .post(`/api/auth/passkey/${path}`, body, { accessToken: bobs.accessToken });
    expect(refused.status).toBe(404);
  }
  const { accessToken } = alicesSession;
  const renamed = await server
    .browser()
    .post("/api/auth/passkey/update-passkey", { id, name: "Laptop" }, { accessToken });
  expect(renamed.body).toMatchObject({ passkey: { id, name: "Laptop" } });
  const removed = await server.browser().post("/api/auth/passkey/delete-passkey", { id }, { accessToken });
  expect(removed.status).toBe(200);
  const { body } = await signInNatively(server.browser(), server.url, authenticator);
  expect(body.code).toBe("PASSKEY_NOT_FOUND");
});

test("whoever is banned is not let in by a passkey, and no session stays behind", async () => {
  const { authenticator } = await givePasskey();
  const { id: userId } = alicesSession.account;
  const { db } = server.database;
  const count = async () =>
    (await db.selectFrom("session").select("id").where("userId", "=", userId).execute()).length;
  const before = await count();
  await db.updateTable("user").set({ banned: true, banReason: "spam" }).where("id", "=", userId).execute();
  const { status, body } = await signInNatively(server.browser(), server.url, authenticator);
  expect(status).toBe(403);
  expect(body).toMatchObject({ code: "BANNED_USER", reason: "spam" });
  expect(await count()).toBe(before);
  await db.updateTable("user").set({ banned: false, banReason: null }).where("id", "=", userId).execute();
});

test("a reader lists passkeys in the words of Better Auth's client", async () => {
  const { id, authenticator } = await givePasskey();
  const { accessToken } = alicesSession;
  const listed = await server
    .browser()
    .get<Record<string, unknown>[]>("/api/auth/passkey/list-user-passkeys", { accessToken });
  expect(listed.body.find((passkey) => passkey.id === id)).toMatchObject({
    name: "Phone",
    userId: alicesSession.account.id,
    credentialID: authenticator.id,
    deviceType: "singleDevice",
    backedUp: false,
    transports: "internal",
  });
});

test("Better Auth by itself begins no session", async () => {
  const { db } = server.database;
  const count = async () => (await db.selectFrom("session").select("id").execute()).length;
  const before = await count();
  const address = "http://localhost:7860/api/auth/sign-in/anonymous";
  const request = new Request(address, { method: "POST", headers: { origin: "http://localhost:7860" } });
  const begun = await createTestNativeAuth(db)
    .handler(request)
    .catch((error) => error);
  expect(begun instanceof Response ? begun.status : 500).toBeGreaterThanOrEqual(400);
  expect(await count()).toBe(before);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Passkey } from "../src/passkeys/schemas.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createAuthenticator } from "./support/authenticator.ts";
import { addPasskey, signInWithPasskey } from "./support/passkeys.ts";
import { alice, bob, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const googlePasswordManager = "ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4";

let server: TestServer;
let session: SessionAnswer;
beforeAll(async () => {
  server = await startTestServer();
  session = await registerAndVerify(server, alice, { delivery: "body" });
});
afterAll(() => server.close());

const listOf = async ({ accessToken }: { accessToken: string }) =>
  (await server.browser().get<{ items: Passkey[] }>("/me/passkeys", { accessToken })).body.items;

async function givePasskey(kind: Parameters<typeof createAuthenticator>[0] = {}, name?: string) {
  const authenticator = createAuthenticator(kind);
  const { accessToken } = session;
  const { status, body } = await addPasskey(server.browser(), server.url, accessToken, authenticator, name);
  expect(status).toBe(201);
  return { authenticator, passkey: body };
}

const login = { email: alice.email, password: alice.password, delivery: "body" };
const logIn = async () => (await server.browser().post<SessionAnswer>("/auth/login", login)).body;

test("a passkey is called after its provider, tells when it was used, and can be named", async () => {
  const { authenticator, passkey } = await givePasskey({ synced: true, aaguid: googlePasswordManager });
  expect(passkey).toEqual({
    id: expect.any(String),
    name: "Google Password Manager",
    provider: "Google Password Manager",
    synced: true,
    createdAt: expect.any(String),
    lastUsedAt: null,
  });
  server.clock.advance(60_000);
  const before = server.clock.now();
  await signInWithPasskey(server.browser(), server.url, authenticator);
  const used = (await listOf(session)).find(({ id }) => id === passkey.id);
  expect(new Date(used?.lastUsedAt ?? 0).getTime()).toBeGreaterThanOrEqual(before.getTime());

  const { accessToken } = session;
  const renamed = await server
    .browser()
    .send<Passkey>("PATCH", `/me/passkeys/${passkey.id}`, { body: { name: " Phone " }, accessToken });
  expect(renamed.body).toMatchObject({ name: "Phone", provider: "Google Password Manager" });
});

test("a passkey of an unknown make has no name until its owner gives one", async () => {
  expect((await givePasskey()).passkey).toMatchObject({ name: null, provider: null, synced: false });
  expect((await givePasskey({}, "Work laptop")).passkey.name).toBe("Work laptop");
});

test("a passkey signs in a browser, with its cookie, and no address is asked for", async () => {
  const { authenticator } = await givePasskey();
  const browser = server.browser();
  const { status, body } = await signInWithPasskey(browser, server.url, authenticator, {
    delivery: "cookie",
  });
  expect(status).toBe(200);
  expect(body.account.email).toBe(alice.email);
  expect(body.refreshToken).toBeUndefined();
  expect((await browser.post("/auth/refresh")).status).toBe(200);
});

test("a synced passkey signs in again and again, though its count stays where it is", async () => {
  const { authenticator } = await givePasskey({ synced: true });
  for (const _ of [1, 2, 3]) {
    expect((await signInWithPasskey(server.browser(), server.url, authenticator)).status).toBe(200);
  }
});

test("a reader proves with a passkey again who it is, in the same session", async () => {
  const { authenticator, passkey } = await givePasskey();
  const { accessToken } = await logIn();
  server.clock.advance(11 * 60_000);
  const remove = (token: string) =>
    server.browser().send("DELETE", `/me/passkeys/${passkey.id}`, { accessToken: token });
  expect((await remove(accessToken)).body).toMatchObject({ code: "step-up-required" });

  const begun = await server.browser().post<{
    requestId: string;
    options: { challenge: string; rpId: string; allowCredentials: { id: string }[] };
  }>("/auth/step-up/passkey", {}, { accessToken });
  const { requestId, options } = begun.body;
  expect(options.allowCredentials.map(({ id }) => id)).toContain(authenticator.id);
  const credential = authenticator.authenticate({ ...options, origin: server.url });
  const proof = { method: "passkey", requestId, credential };
  const fresh = await server.browser().post<{ accessToken: string }>("/auth/step-up", proof, { accessToken });
  expect(fresh.status).toBe(200);
  expect((await remove(fresh.body.accessToken)).status).toBe(204);
  session = await logIn();
});

test("the owner hears by letter and in the activity of a passkey that comes or goes", async () => {
  const { authenticator, passkey } = await givePasskey({}, "Old phone");
  await server.letter(alice.email, "sign-in-method-changed");
  const { accessToken } = session;
  await server.browser().send("DELETE", `/me/passkeys/${passkey.id}`, { accessToken });
  const activity = await server.browser().get<{ items: { kind: string }[] }>("/me/activity", { accessToken });
  expect(activity.body.items.slice(0, 2).map(({ kind }) => kind)).toEqual([
    "passkey-removed",
    "passkey-added",
  ]);
  const gone = await signInWithPasskey(server.browser(), server.url, authenticator);
  expect(gone).toMatchObject({ status: 401, body: { code: "passkey-unknown" } });
});

test("options for signing in say nothing about anybody, and differ in nothing but what is random", async () => {
  const [one, other] = await Promise.all([
    server.browser().post<{ options: object }>("/auth/passkey/options"),
    server.browser().post<{ options: object }>("/auth/passkey/options"),
  ]);
  const fixed = ({ options }: typeof one.body) => ({ ...options, challenge: "" });
  expect(fixed(one.body)).toEqual(fixed(other.body));
  expect(fixed(one.body)).toEqual({
    challenge: "",
    rpId: "localhost",
    timeout: 600_000,
    userVerification: "required",
  });
  expect([...one.headers.keys()]).toEqual([...other.headers.keys()]);
});

test("a stranger neither sees, names nor removes another's passkey", async () => {
  const { passkey } = await givePasskey();
  const { accessToken } = await registerAndVerify(server, bob, { delivery: "body" });
  expect(await listOf({ accessToken })).toEqual([]);
  const address = `/me/passkeys/${passkey.id}`;
  const answers = await Promise.all([
    server.browser().send("PATCH", address, { body: { name: "Mine" }, accessToken }),
    server.browser().send("DELETE", address, { accessToken }),
  ]);
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
    [404, "not-found"],
    [404, "not-found"],
  ]);
});

test("a guest has no passkeys", async () => {
  const guest = (await server.browser().post<SessionAnswer>("/auth/guest", { delivery: "body" })).body;
  const { accessToken } = guest;
  for (const path of ["/me/passkeys/options", "/auth/step-up/passkey"]) {
    expect((await server.browser().post(path, {}, { accessToken })).body).toMatchObject({
      code: "not-found",
    });
  }
});

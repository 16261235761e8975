import { afterEach, beforeEach, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { type Authenticator, createAuthenticator } from "./support/authenticator.ts";
import { addPasskey, answerSignIn, signInWithPasskey } from "./support/passkeys.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let session: SessionAnswer;
let authenticator: Authenticator;
beforeEach(async () => {
  server = await startTestServer();
  session = await registerAndVerify(server, alice, { delivery: "body" });
  authenticator = createAuthenticator();
  await addPasskey(server.browser(), server.url, session.accessToken, authenticator);
});
afterEach(() => server.close());

const ofAlice = () => session.account.id;
const signIn = (options: { accessToken?: string } = {}) =>
  signInWithPasskey(server.browser(), server.url, authenticator, options);
const countSessions = async () =>
  (await server.database.db.selectFrom("session").select("id").where("userId", "=", ofAlice()).execute())
    .length;

test("whoever is banned hears why, and no session stays behind", async () => {
  const { db } = server.database;
  await db.updateTable("user").set({ banned: true, banReason: "spam" }).where("id", "=", ofAlice()).execute();
  const before = await countSessions();
  expect(await signIn()).toMatchObject({ status: 403, body: { code: "account-banned", reason: "spam" } });
  expect(await countSessions()).toBe(before);
});

test("a passkey is no way around an address that must be proven", async () => {
  const { db } = server.database;
  await db.updateTable("user").set({ emailVerified: false }).where("id", "=", ofAlice()).execute();
  expect(await signIn()).toMatchObject({ status: 403, body: { code: "email-not-verified" } });
});

test("a passkey is both factors: an account with a second one is signed in at once", async () => {
  const { db } = server.database;
  await db.updateTable("user").set({ twoFactorEnabled: true }).where("id", "=", ofAlice()).execute();
  const { status, body } = await signIn();
  expect(status).toBe(200);
  expect(body.account.twoFactor).toBe(true);
});

test("a guest's chats are not added silently: they wait for a yes", async () => {
  const guest = (await server.browser().post<SessionAnswer>("/auth/guest", { delivery: "body" })).body;
  const { accessToken } = guest;
  await server.browser().post("/conversations", { title: "As a guest" }, { accessToken });
  const { body } = await signIn({ accessToken });
  expect(body.merged).toBeUndefined();
  expect(body.claimable).toEqual({ conversations: 1 });
});

async function leavePasskeysAlone(): Promise<void> {
  await server.database.db.deleteFrom("account").where("userId", "=", ofAlice()).execute();
}

const remove = (id: string) =>
  server.browser().send("DELETE", `/me/passkeys/${id}`, { accessToken: session.accessToken });

const idsOf = async () =>
  (await server.database.db.selectFrom("passkey").select("id").where("userId", "=", ofAlice()).execute()).map(
    ({ id }) => id,
  );

test("the last way to sign in stays", async () => {
  await leavePasskeysAlone();
  const [id = ""] = await idsOf();
  expect(await remove(id)).toMatchObject({ status: 409, body: { code: "last-sign-in-method" } });
  expect(await idsOf()).toEqual([id]);
});

test("of two passkeys that are removed at the same moment, one stays where there is nothing else", async () => {
  await addPasskey(server.browser(), server.url, session.accessToken);
  await leavePasskeysAlone();
  const ids = await idsOf();
  const answers = await Promise.all(ids.map(remove));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  expect(await idsOf()).toHaveLength(1);
});

test("a passkey that is added after its session has ended does not stay", async () => {
  const { accessToken } = session;
  const { body } = await server
    .browser()
    .post<{ requestId: string; options: { challenge: string; rp: { id: string } } }>(
      "/me/passkeys/options",
      {},
      { accessToken },
    );
  await server.browser().post("/auth/logout", {}, { accessToken });
  const ceremony = { challenge: body.options.challenge, rpId: body.options.rp.id, origin: server.url };
  const late = createAuthenticator().register(ceremony);
  const proof = { requestId: body.requestId, credential: late };
  const answer = await server.browser().post("/me/passkeys", proof, { accessToken });
  expect(answer).toMatchObject({ status: 401, body: { code: "session-ended" } });
  expect(await idsOf()).toHaveLength(1);
});

test("a passkey that is removed, or an account that changes, while its answer is on the way lets nobody in", async () => {
  const { requestId, credential } = await answerSignIn(server.browser(), server.url, authenticator);
  const [id = ""] = await idsOf();
  const [signedIn, removed] = await Promise.all([
    server.browser().post("/auth/passkey/verify", { requestId, credential, delivery: "body" }),
    remove(id),
  ]);
  expect(removed.status).toBe(204);
  // Whichever came first, the other saw it.
  expect([200, 401]).toContain(signedIn.status);
  expect(await signIn()).toMatchObject({ status: 401, body: { code: "passkey-unknown" } });
});

test("options are refused to a reader whose proof is old", async () => {
  server.clock.advance(11 * 60_000);
  const { accessToken } = session;
  const refused = await server.browser().post("/me/passkeys/options", {}, { accessToken });
  expect(refused.body).toMatchObject({ code: "step-up-required" });
});

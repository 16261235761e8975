import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createAuthenticator } from "./support/authenticator.ts";
import { addPasskey, answerSignIn, signInWithPasskey } from "./support/passkeys.ts";
import { alice, bob, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let alices: SessionAnswer;
let bobs: SessionAnswer;
const authenticator = createAuthenticator({ synced: true });
beforeAll(async () => {
  server = await startTestServer();
  alices = await registerAndVerify(server, alice, { delivery: "body" });
  bobs = await registerAndVerify(server, bob, { delivery: "body" });
  await addPasskey(server.browser(), server.url, alices.accessToken, authenticator);
});
afterAll(() => server.close());

const refused = { status: 400, body: { code: "passkey-refused" } };
const verify = (body: object) => server.browser().post("/auth/passkey/verify", { ...body, delivery: "body" });
const answer = () => answerSignIn(server.browser(), server.url, authenticator);
const stepUpOptions = async (accessToken: string) =>
  (
    await server
      .browser()
      .post<{ requestId: string; options: { challenge: string; rpId: string } }>(
        "/auth/step-up/passkey",
        {},
        { accessToken },
      )
  ).body;

test("an answer that was made on another site counts for nothing", async () => {
  const { requestId, ceremony } = await answer();
  const credential = authenticator.authenticate({ ...ceremony, origin: "https://book.example.com" });
  expect(await verify({ requestId, credential })).toMatchObject(refused);
});

test("an answer for another host counts for nothing", async () => {
  const { requestId, ceremony } = await answer();
  const credential = authenticator.authenticate({ ...ceremony, rpId: "example.com" });
  expect(await verify({ requestId, credential })).toMatchObject(refused);
});

test("a challenge is answered once, also when the first answer was wrong", async () => {
  const { requestId, credential } = await answer();
  expect((await verify({ requestId, credential })).status).toBe(200);
  expect(await verify({ requestId, credential })).toMatchObject(refused);

  const other = await answer();
  const signature = Buffer.from("no signature").toString("base64url");
  const forged = { ...other.credential, response: { ...other.credential.response, signature } };
  expect(await verify({ requestId: other.requestId, credential: forged })).toMatchObject(refused);
  expect(await verify({ requestId: other.requestId, credential: other.credential })).toMatchObject(refused);
});

test("of twenty submissions of one answer at once, one signs in", async () => {
  const { requestId, credential } = await answer();
  const answers = await Promise.all(Array.from({ length: 20 }, () => verify({ requestId, credential })));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 400)).toHaveLength(19);
});

test("a challenge that nobody here made, that was changed, or that is too old counts for nothing", async () => {
  const { requestId, credential } = await answer();
  const bytes = Buffer.from(requestId, "base64url");
  bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
  for (const other of [bytes.toString("base64url"), "AAAA", `${requestId}A`, requestId.slice(0, -2)]) {
    expect(await verify({ requestId: other, credential })).toMatchObject(refused);
  }
  server.clock.advance(10 * 60_000 + 1);
  expect(await verify({ requestId, credential })).toMatchObject(refused);
});

test("a challenge for one act, or for one session, is good for no other", async () => {
  const forBob = await stepUpOptions(bobs.accessToken);
  const credential = authenticator.authenticate({ ...forBob.options, origin: server.url });
  expect(await verify({ requestId: forBob.requestId, credential })).toMatchObject(refused);
  const proof = { method: "passkey", requestId: forBob.requestId, credential };
  const { accessToken } = alices;
  expect(await server.browser().post("/auth/step-up", proof, { accessToken })).toMatchObject(refused);
});

test("another reader's passkey proves nothing in one's own session", async () => {
  const { accessToken } = bobs;
  const { requestId, options } = await stepUpOptions(accessToken);
  const credential = authenticator.authenticate({ ...options, origin: server.url });
  const proof = { method: "passkey", requestId, credential };
  expect(await server.browser().post("/auth/step-up", proof, { accessToken })).toMatchObject(refused);
});

test("a credential that belongs to one account is not added to another", async () => {
  const login = { email: bob.email, password: bob.password, delivery: "body" };
  const { accessToken } = (await server.browser().post<SessionAnswer>("/auth/login", login)).body;
  const added = await addPasskey(server.browser(), server.url, accessToken, authenticator);
  expect(added).toMatchObject(refused);
  const { body } = await signInWithPasskey(server.browser(), server.url, authenticator);
  expect(body.account.email).toBe(alice.email);
});

test("an authenticator that has not verified its user adds nothing, signs nobody in and proves nothing", async () => {
  const login = { email: alice.email, password: alice.password, delivery: "body" };
  const { accessToken } = (await server.browser().post<SessionAnswer>("/auth/login", login)).body;
  const careless = createAuthenticator();
  await addPasskey(server.browser(), server.url, accessToken, careless);
  careless.stopVerifyingUser();
  expect(await signInWithPasskey(server.browser(), server.url, careless)).toMatchObject(refused);
  const { requestId, options } = await stepUpOptions(accessToken);
  const credential = careless.authenticate({ ...options, origin: server.url });
  const proof = { method: "passkey", requestId, credential };
  expect(await server.browser().post("/auth/step-up", proof, { accessToken })).toMatchObject(refused);
  const another = createAuthenticator();
  another.stopVerifyingUser();
  expect(await addPasskey(server.browser(), server.url, accessToken, another)).toMatchObject(refused);
});

test("a copy of a key that lives in one device is found out by its count", async () => {
  const login = { email: alice.email, password: alice.password, delivery: "body" };
  const { accessToken } = (await server.browser().post<SessionAnswer>("/auth/login", login)).body;
  const key = createAuthenticator();
  await addPasskey(server.browser(), server.url, accessToken, key);
  expect((await signInWithPasskey(server.browser(), server.url, key)).status).toBe(200);
  expect((await signInWithPasskey(server.browser(), server.url, key)).status).toBe(200);
  key.forgetCount();
  expect(await signInWithPasskey(server.browser(), server.url, key)).toMatchObject(refused);
});

test("a foreign origin gets neither options nor a session", async () => {
  const foreign = { origin: "https://evil.example" };
  const { requestId, credential } = await answer();
  const answers = await Promise.all([
    server.browser().post("/auth/passkey/options", {}, foreign),
    server.browser().post("/auth/passkey/verify", { requestId, credential }, foreign),
  ]);
  expect(answers.map(({ body }) => body.code)).toEqual(["origin-not-allowed", "origin-not-allowed"]);
});

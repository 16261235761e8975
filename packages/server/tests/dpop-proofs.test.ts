import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import {
  createKeyHolder,
  type Deviation,
  facts,
  hashOf,
  type KeyHolder,
  refused,
  signInWithKey,
} from "./support/dpop.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { requestRaw } from "./support/raw-request.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let phone: KeyHolder;
let thief: KeyHolder;
let session: SessionAnswer;
beforeAll(async () => {
  server = await startTestServer();
  await registerAndVerify(server, alice);
  phone = await createKeyHolder(server);
  thief = await createKeyHolder(server);
  session = await signInWithKey(phone, alice);
});
afterAll(() => server.close());

describe("a proof is refused when", () => {
  const now = () => Math.floor(server.clock.now().getTime() / 1000);
  const claims = (changed: () => Record<string, unknown>) => (): Deviation => ({ claims: changed() });
  const header = (changed: () => Record<string, unknown>) => (): Deviation => ({ header: changed() });
  const url = () => `${server.url}/api/v1/auth/session`;

  test.each<[string, () => Deviation]>([
    ["its type is another", header(() => ({ typ: "JWT" }))],
    ["its type is missing", header(() => ({ typ: undefined }))],
    ["its type is an access token's", header(() => ({ typ: "at+jwt" }))],
    ["it has no key", header(() => ({ jwk: undefined }))],
    ["its key is another one", header(() => ({ jwk: thief.publicJwk }))],
    ["its key is private", header(() => ({ jwk: phone.privateJwk }))],
    ["its key is symmetric", header(() => ({ jwk: { kty: "oct", k: "c2VjcmV0" } }))],
    ["its key is no key", header(() => ({ jwk: { kty: "EC", crv: "P-256", x: "x", y: "y" } }))],
    ["its key is no object", header(() => ({ jwk: "key" }))],
    ["its method is another", claims(() => ({ htm: "POST" }))],
    ["its method is spelled otherwise", claims(() => ({ htm: "get" }))],
    ["its method is missing", claims(() => ({ htm: undefined }))],
    ["its target is another path", claims(() => ({ htu: `${server.url}/api/v1/me` }))],
    ["its target is below the path", claims(() => ({ htu: `${url()}/` }))],
    [
      "its target is another server",
      claims(() => ({ htu: "https://elsewhere.example/api/v1/auth/session" })),
    ],
    ["its target is a path alone", claims(() => ({ htu: "/api/v1/auth/session" }))],
    ["its target is missing", claims(() => ({ htu: undefined }))],
    ["it has no id", claims(() => ({ jti: undefined }))],
    ["its id is empty", claims(() => ({ jti: "" }))],
    ["its id is a number", claims(() => ({ jti: 7 }))],
    ["it has no time", claims(() => ({ iat: undefined }))],
    ["its time is a text", claims(() => ({ iat: "now" }))],
    ["it is old", claims(() => ({ iat: now() - 61 }))],
    ["it is from the future", claims(() => ({ iat: now() + 40 }))],
    ["it has expired by its own word", claims(() => ({ exp: now() - 10 }))],
    ["it is not yet valid by its own word", claims(() => ({ nbf: now() + 100 }))],
    ["it does not name the token", claims(() => ({ ath: undefined }))],
    ["it names another token", claims(() => ({ ath: hashOf("another") }))],
    ["it is long", claims(() => ({ more: "x".repeat(4_000) }))],
  ])("%s", async (_, deviate) => {
    const answer = await facts(phone, session.accessToken, deviate());
    expect(answer).toMatchObject(refused("invalid_dpop_proof"));
  });

  test("its algorithm is none, symmetric, or not one of ours", async () => {
    const good = await phone.prove("GET", url(), session.accessToken);
    const [head = "", payload = "", signature = ""] = good.split(".");
    const decoded = JSON.parse(Buffer.from(head, "base64url").toString());
    for (const alg of ["none", "HS256", "RS256", "ES384", "es256", undefined]) {
      const changed = Buffer.from(JSON.stringify({ ...decoded, alg })).toString("base64url");
      for (const proof of [`${changed}.${payload}.${signature}`, `${changed}.${payload}.`]) {
        const answer = await phone.send("GET", "/auth/session", { ...session, proof });
        expect(answer, alg).toMatchObject(refused("invalid_dpop_proof"));
      }
    }
  });

  test.each(["ES384", "RS256", "PS256"])("it is signed with %s, however rightly", async (alg) => {
    const holder = await createKeyHolder(server, alg);
    const answer = await holder.send("POST", "/auth/guest", { body: { delivery: "body" } });
    expect(answer).toMatchObject(refused("invalid_dpop_proof"));
  });

  test("its signature is wrong, or it is no token at all", async () => {
    const good = await phone.prove("GET", url(), session.accessToken);
    const [head, payload, signature = ""] = good.split(".");
    const other = await phone.prove("GET", url(), session.accessToken);
    const foreign = other.split(".")[2];
    for (const proof of [
      `${head}.${payload}.${foreign}`,
      `${head}.${payload}.${signature.slice(0, -4)}`,
      `${head}.${payload}`,
      `${good}.x`,
      "x",
      session.accessToken,
      " ",
    ]) {
      const answer = await phone.send("GET", "/auth/session", { ...session, proof });
      expect(answer).toMatchObject(refused("invalid_dpop_proof"));
    }
  });

  test("it was used before, by however many requests at once", async () => {
    const proof = await phone.prove("GET", url(), session.accessToken);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => phone.send("GET", "/auth/session", { ...session, proof })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(7).fill(401)]);
    expect(await phone.send("GET", "/auth/session", { ...session, proof })).toMatchObject(
      refused("invalid_dpop_proof"),
    );
  });

  test("it has ten megabytes", async () => {
    const { status } = await requestRaw(server.url, "GET /api/v1/me", [
      `Authorization: DPoP ${session.accessToken}`,
      `DPoP: ${"x".repeat(10 * 1024 * 1024)}`,
    ]);
    expect(status).toBe(431);
  });
});

describe("a proof is good", () => {
  test("with a query, a fragment and capitals in its target, which mean the same", async () => {
    const [scheme, rest = ""] = server.url.split("://");
    for (const htu of [
      `${server.url}/api/v1/auth/session?a=b#c`,
      `${scheme?.toUpperCase()}://${rest.toUpperCase()}/api/v1/auth/session`,
      `${server.url}/api/v1/./auth/session`,
    ]) {
      expect((await facts(phone, session.accessToken, { claims: { htu } })).status, htu).toBe(200);
    }
  });

  test("a minute long, and from a clock that is a little ahead", async () => {
    const now = Math.floor(server.clock.now().getTime() / 1000);
    for (const iat of [now - 50, now + 20]) {
      expect((await facts(phone, session.accessToken, { claims: { iat } })).status).toBe(200);
    }
  });

  test("for the origin that the server is configured with, whatever the request says about its host", async () => {
    const { accessToken } = session;
    const lines = async (htu: string) => [
      "Host: elsewhere.example",
      "X-Forwarded-Host: elsewhere.example",
      `Authorization: DPoP ${accessToken}`,
      `DPoP: ${await phone.prove("GET", htu, accessToken)}`,
    ];
    const own = await requestRaw(server.url, "GET /api/v1/me", await lines(`${server.url}/api/v1/me`));
    expect(own.status).toBe(200);
    const foreign = await requestRaw(
      server.url,
      "GET /api/v1/me",
      await lines("http://elsewhere.example/api/v1/me"),
    );
    expect(foreign.status).toBe(401);
  });
});

test("a client whose clock is wrong is told a nonce, with which its clock does not matter", async () => {
  const iat = Math.floor(server.clock.now().getTime() / 1000) - 7200;
  const late = await facts(phone, session.accessToken, { claims: { iat } });
  expect(late).toMatchObject(refused("invalid_dpop_proof"));
  const nonce = late.headers.get("dpop-nonce") ?? "";
  expect((await facts(phone, session.accessToken, { claims: { iat, nonce } })).status).toBe(200);
  for (const claims of [
    { iat, nonce: `${nonce}x` },
    { iat: undefined, nonce },
  ]) {
    expect(await facts(phone, session.accessToken, { claims })).toMatchObject(refused("invalid_dpop_proof"));
  }
});

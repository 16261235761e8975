import { createHmac, createPublicKey, generateKeyPairSync, type JsonWebKey, sign } from "node:crypto";
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let session: SessionAnswer;
beforeAll(async () => {
  server = await startTestServer();
  server.clock.standStill();
  session = await registerAndVerify(server, alice, { delivery: "body" });
});
afterAll(() => server.close());

const look = (authorization: string) =>
  server.browser().get<{ code?: string }>("/auth/session", { headers: { authorization } });
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const publishedKeys = async () =>
  (await server.browser().get<{ keys: JsonWebKey[] }>("/.well-known/jwks.json")).body;

test("an access token is verified offline with the published keys, issuer, audience and type", async () => {
  const keys = createLocalJWKSet((await publishedKeys()) as Parameters<typeof createLocalJWKSet>[0]);
  const { payload, protectedHeader } = await jwtVerify(session.accessToken, keys, {
    algorithms: ["ES256"],
    issuer: server.url,
    audience: server.url,
    typ: "at+jwt",
  });
  expect(protectedHeader).toMatchObject({ alg: "ES256", typ: "at+jwt" });
  expect(payload).toMatchObject({
    sub: session.account.id,
    rc: 1,
    epoch: 0,
    role: "user",
    guest: false,
    email_verified: true,
  });
  expect(Object.keys(payload).sort()).toEqual(
    [
      "iss",
      "aud",
      "sub",
      "sid",
      "rc",
      "epoch",
      "role",
      "guest",
      "email_verified",
      "auth_time",
      "iat",
      "exp",
    ].sort(),
  );
  expect(Number(payload.exp) - Number(payload.iat)).toBe(900);
});

test("only public members of the keys are published", async () => {
  for (const key of (await publishedKeys()).keys) {
    expect(Object.keys(key).sort()).toEqual(["alg", "crv", "kid", "kty", "use", "x", "y"]);
  }
});

test("the session is read from the token alone", async () => {
  const claims = decodeJwt(session.accessToken);
  expect(await look(`Bearer ${session.accessToken}`)).toMatchObject({
    status: 200,
    body: { sub: claims.sub, sid: claims.sid, role: "user", guest: false, emailVerified: true },
  });
});

test("every forgery is refused alike", async () => {
  const [header = "", payload = "", signature = ""] = session.accessToken.split(".");
  const { kid } = decodeProtectedHeader(session.accessToken);
  const claims = decodeJwt(session.accessToken);
  const stranger = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const signWith = (head: object, body: object) => {
    const text = `${encode(head)}.${encode(body)}`;
    const made = sign("sha256", Buffer.from(text), { key: stranger.privateKey, dsaEncoding: "ieee-p1363" });
    return `${text}.${made.toString("base64url")}`;
  };
  const ours = { alg: "ES256", typ: "at+jwt", kid };
  const jwk = (await publishedKeys()).keys[0] ?? {};
  const pem = createPublicKey({ key: jwk, format: "jwk" }).export({ type: "spki", format: "pem" });
  const hs256 = `${encode({ ...ours, alg: "HS256" })}.${payload}`;
  const forged = [
    ...["none", "None", "nOnE", "HS256", "EdDSA", "RS256", "ES384"].map(
      (alg) => `${encode({ ...ours, alg })}.${payload}.${signature}`,
    ),
    `${encode({ ...ours, alg: "none" })}.${payload}.`,
    `${hs256}.${createHmac("sha256", pem).update(hs256).digest("base64url")}`,
    signWith(ours, claims),
    signWith({ ...ours, kid: "../../dev/null" }, claims),
    signWith({ ...ours, kid: "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55" }, claims),
    signWith({ ...ours, jwk: stranger.publicKey.export({ format: "jwk" }) }, claims),
    signWith({ ...ours, jku: "http://127.0.0.1:9/keys" }, claims),
    `${header}.${encode({ ...claims, role: "admin" })}.${signature}`,
    `${encode({ ...ours, typ: "JWT" })}.${payload}.${signature}`,
    `${encode({ ...ours, crit: ["x"] })}.${payload}.${signature}`,
    `${session.accessToken}=`,
    `${session.accessToken}.x`,
    `${header}.${payload}`,
    `${header}.${payload}.${signature.slice(0, -4)}`,
    `.${payload}.${signature}`,
    "x",
    "A".repeat(5_000),
  ];
  for (const token of forged) {
    expect(await look(`Bearer ${token}`), token.slice(0, 80)).toMatchObject({
      status: 401,
      body: { code: "unauthenticated" },
    });
  }
  expect((await look(`Bearer ${session.accessToken}`)).status).toBe(200);
});

test.each(["", "Bearer", "Basic YTpi", "Bearer  x", "Bearer a, Bearer b"])(
  "the header %j is no authorization",
  async (authorization) => {
    const answer = await look(authorization);
    expect(answer).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
  },
);

test("a token in the address counts for nothing", async () => {
  const { status } = await server.browser().get(`/auth/session?access_token=${session.accessToken}`);
  expect(status).toBe(401);
});

test("a token ends when it says so, to the second", async () => {
  const guest = (await server.browser().post<SessionAnswer>("/auth/guest", { delivery: "body" })).body;
  server.clock.advance(899_000);
  expect((await look(`Bearer ${guest.accessToken}`)).status).toBe(200);
  server.clock.advance(1_001);
  expect((await look(`Bearer ${guest.accessToken}`)).body).toMatchObject({ code: "token-expired" });
});

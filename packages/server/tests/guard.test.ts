// The guard that authors get for their own services, beside a real Bookplate.
import { randomBytes } from "node:crypto";
import { decodeJwt, decodeProtectedHeader, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createGuardAt } from "../src/guard/guard.ts";
import type { GuardOptions, Requirement } from "../src/guard/options.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createTestClock, type TestClock } from "./support/clock.ts";
import { createKeyHolder } from "./support/dpop.ts";
import { type GuardedService, startOnHono, startOnNode } from "./support/guarded-service.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { requestRaw } from "./support/raw-request.ts";
import { signInAs } from "./support/reports.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const introspectionToken = randomBytes(32).toString("hex");
const second = 1000;
const minute = 60 * second;

let server: TestServer;
let mine: SessionAnswer;
let moderators: string;
beforeAll(async () => {
  server = await startTestServer({ INTROSPECTION_TOKEN: introspectionToken });
  mine = await registerAndVerify(server, alice, { delivery: "body" });
  moderators = (await signInAs(server, "moderator")).accessToken;
});
afterAll(() => server.close());

const newGuest = async () =>
  (await server.browser().post<SessionAnswer>("/auth/guest", { delivery: "body" })).body.accessToken;

describe.each([
  ["node:http", startOnNode],
  ["Hono", startOnHono],
])("a service on %s", (_name, start) => {
  let clock: TestClock;
  beforeEach(() => {
    clock = createTestClock();
  });
  const services: GuardedService[] = [];
  afterEach(async () => {
    for (const service of services.splice(0)) await service.stop();
  });

  async function guarded(requirement?: Requirement<never>, options: Partial<GuardOptions<never>> = {}) {
    const service = await start(createGuardAt({ issuer: server.url, ...options }, clock), requirement);
    services.push(service);
    return service;
  }

  test("knows who asks by a good token, and lets nobody keep the answer", async () => {
    const { ask } = await guarded({ role: "user" });
    const answer = await ask(`Bearer ${mine.accessToken}`);
    expect(answer).toMatchObject({
      status: 200,
      body: { userId: mine.account.id, role: "user", guest: false },
    });
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test("refuses whoever shows nothing, as Bookplate does", async () => {
    const { ask } = await guarded();
    const [ours, theirs] = [await ask(), await server.browser().get("/auth/session")];
    expect(ours.status).toBe(401);
    for (const name of ["www-authenticate", "content-type", "cache-control"])
      expect(ours.headers.get(name)).toBe(theirs.headers.get(name));
    expect(ours.body).toEqual({ ...theirs.body, requestId: expect.any(String) });
  });

  test("refuses what is forged, foreign, or no access token", async () => {
    const { ask } = await guarded();
    const [header, claims, signature] = mine.accessToken.split(".");
    const { kid = "" } = decodeProtectedHeader(mine.accessToken);
    const { privateKey } = await generateKeyPair("ES256");
    const sign = (deviation: JWTPayload, typ = "at+jwt") =>
      new SignJWT({ ...decodeJwt(mine.accessToken), ...deviation })
        .setProtectedHeader({ alg: "ES256", typ, kid })
        .sign(privateKey);
    const elevated = { ...decodeJwt(mine.accessToken), role: "admin" };
    const forged = [
      `${header}.${Buffer.from(JSON.stringify(elevated)).toString("base64url")}.${signature}`,
      `${header}.${claims}.`,
      await sign({}),
      await sign({ iss: "https://book.example.com" }),
      String(mine.refreshToken),
    ];
    for (const token of forged) {
      const answer = await ask(`Bearer ${token}`);
      expect(answer, token).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer realm=/);
    }
  });

  test("refuses a good token of another issuer or for another audience", async () => {
    const jwksUrl = `${server.url}/.well-known/jwks.json`;
    const elsewhere = await guarded({}, { issuer: "https://book.example.org", jwksUrl });
    expect((await elsewhere.ask(`Bearer ${mine.accessToken}`)).status).toBe(401);
    const forOthers = await guarded({}, { audience: "https://services.example.org" });
    expect((await forOthers.ask(`Bearer ${mine.accessToken}`)).status).toBe(401);
  });

  test("refuses two tokens, of which the first is good", async () => {
    const { url } = await guarded();
    const good = `Authorization: Bearer ${mine.accessToken}`;
    expect(await requestRaw(url, "GET /notes", [good])).toMatchObject({ status: 200 });
    const two = [good, "Authorization: Bearer other"];
    expect(await requestRaw(url, "GET /notes", two)).toMatchObject({ status: 401 });
  });

  test("refuses a guest where an account is asked for, and a reader where a moderator is", async () => {
    const guest = `Bearer ${await newGuest()}`;
    const refused = { status: 403, body: { code: "insufficient-rank" } };
    expect(await (await guarded()).ask(guest)).toMatchObject({ status: 200, body: { guest: true } });
    expect(await (await guarded({ role: "user" })).ask(guest)).toMatchObject(refused);
    for (const requirement of [{ role: "moderator" }, { permission: "reports.read" }] as const) {
      const { ask } = await guarded(requirement);
      expect(await ask(guest)).toMatchObject(refused);
      expect(await ask(`Bearer ${mine.accessToken}`)).toMatchObject(refused);
      expect((await ask(`Bearer ${moderators}`)).status).toBe(200);
    }
    expect(await (await guarded({ role: "admin" })).ask(`Bearer ${moderators}`)).toMatchObject(refused);
  });

  test("lets nobody at all pass where a token is optional, but none that is bad", async () => {
    const { ask } = await guarded({ optional: true });
    expect(await ask()).toMatchObject({ status: 200, body: {} });
    expect((await ask("Bearer nonsense")).status).toBe(401);
    expect(await ask(`Bearer ${mine.accessToken}`)).toMatchObject({ body: { userId: mine.account.id } });
  });

  test("learns within seconds that a session has ended where it asks, and not before the token expires elsewhere", async () => {
    const token = await newGuest();
    const offline = await guarded();
    const asking = await guarded({}, { introspection: { token: introspectionToken } });
    expect((await asking.ask(`Bearer ${token}`)).status).toBe(200);
    await server.browser().post("/auth/logout", undefined, { accessToken: token });
    clock.advance(6 * second);
    expect(await asking.ask(`Bearer ${token}`)).toMatchObject({
      status: 401,
      body: { code: "session-ended" },
    });
    expect((await offline.ask(`Bearer ${token}`)).status).toBe(200);
    clock.advance(16 * minute);
    const expired = await offline.ask(`Bearer ${token}`);
    expect(expired).toMatchObject({ status: 401, body: { code: "token-expired" } });
    expect(expired.headers.get("www-authenticate")).toMatch(/^Bearer error="invalid_token"/);
  });

  test("signs nobody out while it cannot ask", async () => {
    const token = `Bearer ${await newGuest()}`;
    const away = { status: 503, body: { code: "verification-unavailable" } };
    const withoutKeys = await guarded({}, { jwksUrl: "http://127.0.0.1:9/keys" });
    expect(await withoutKeys.ask(token)).toMatchObject(away);
    const introspection = { token: "not the one" };
    const withoutAnswer = await guarded({}, { introspection });
    const answer = await withoutAnswer.ask(token);
    expect(answer).toMatchObject(away);
    expect(answer.headers.get("retry-after")).toBe("2");
  });

  test("takes a bound token with its proof, once, and only where its own address is known", async () => {
    const phone = await createKeyHolder(server);
    const { body } = await phone.send<SessionAnswer>("POST", "/auth/guest", { body: { delivery: "body" } });
    const token = body.accessToken;
    const unaware = await guarded();
    const publicUrl = "https://notes.example.org";
    const { ask } = await guarded({}, { publicUrl });
    const prove = () => phone.prove("GET", `${publicUrl}/notes`, token);
    const proof = await prove();

    expect((await ask(`DPoP ${token}`, { dpop: proof })).status).toBe(200);
    const again = await ask(`DPoP ${token}`, { dpop: proof });
    expect(again.status).toBe(401);
    expect(again.headers.get("www-authenticate")).toMatch(/^DPoP error="invalid_dpop_proof"/);
    expect((await ask(`Bearer ${token}`)).status).toBe(401);
    expect((await ask(`DPoP ${token}`)).status).toBe(401);
    const thief = await createKeyHolder(server);
    const stolen = await thief.prove("GET", `${publicUrl}/notes`, token);
    expect((await ask(`DPoP ${token}`, { dpop: stolen })).status).toBe(401);
    const elsewhere = await phone.prove("GET", `${server.url}/notes`, token);
    expect((await ask(`DPoP ${token}`, { dpop: elsewhere })).status).toBe(401);
    expect((await unaware.ask(`DPoP ${token}`, { dpop: await prove() })).status).toBe(401);
    expect((await unaware.ask(`Bearer ${token}`)).status).toBe(401);
  });
});

test("a name that nobody knows is found when the route is made", () => {
  const guard = createGuardAt<"notes">({ issuer: server.url }, server.clock);
  expect(() => guard.node({ role: "moderater" })).toThrow(TypeError);
  expect(() => guard.hono({ limit: "notes" })).toThrow(TypeError);
});

import { randomBytes } from "node:crypto";
import { decodeJwt } from "jose";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import type { IntrospectionAnswer } from "../src/sessions/introspection-schemas.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createKeyHolder } from "./support/dpop.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const introspectionToken = randomBytes(32).toString("hex");
const minute = 60_000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    INTROSPECTION_TOKEN: introspectionToken,
    TOKEN_AUDIENCE: "https://services.example.org",
  });
});
afterAll(() => server.close());

const newGuest = async (at = server) =>
  (await at.browser().post<SessionAnswer>("/auth/guest", { delivery: "body" })).body;

/** What a service does: it has no cookies and no origin. */
function ask<T = IntrospectionAnswer>(form: string, headers: Record<string, string> = {}, at = server) {
  return at.browser().send<T>("POST", "/oauth/introspect", {
    body: form,
    origin: null,
    headers: {
      authorization: `Bearer ${introspectionToken}`,
      "content-type": "application/x-www-form-urlencoded",
      ...headers,
    },
  });
}
const askAbout = async (token: string) =>
  (await ask(String(new URLSearchParams({ token, token_type_hint: "access_token" })))).body;

test("a service learns what a token says while it counts", async () => {
  const session = await registerAndVerify(server, alice, { delivery: "body" });
  const { sid, iat, exp, auth_time } = decodeJwt(session.accessToken);
  const answer = await ask(String(new URLSearchParams({ token: session.accessToken })));
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.body).toEqual({
    active: true,
    token_type: "Bearer",
    iss: server.url,
    aud: "https://services.example.org",
    sub: session.account.id,
    sid,
    role: "user",
    guest: false,
    email_verified: true,
    auth_time,
    iat,
    exp,
  });
});

test("a session that has ended is over at once, and the answer says nothing more", async () => {
  const { accessToken, refreshToken } = await newGuest();
  expect(await askAbout(accessToken)).toMatchObject({ active: true, guest: true, role: "guest" });
  await server.browser().post("/auth/logout", { refreshToken });
  expect(await askAbout(accessToken)).toEqual({ active: false });
});

test("what is no live access token of this server is not active, whatever else it is", async () => {
  const { accessToken, refreshToken } = await newGuest();
  const [header, claims] = accessToken.split(".");
  for (const token of [
    refreshToken ?? "",
    introspectionToken,
    `${header}.${claims}.${"A".repeat(86)}`,
    `${header}.${claims}.`,
    "nonsense",
    "ü\0",
    "x".repeat(60_000),
  ]) {
    expect(await askAbout(token)).toEqual({ active: false });
  }
});

test("a token that has expired is not active", async () => {
  const { accessToken } = await newGuest();
  server.clock.advance(15 * minute + 1000);
  expect(await askAbout(accessToken)).toEqual({ active: false });
});

test("a bound token needs no proof here, and names the key that the service has to ask for", async () => {
  const holder = await createKeyHolder(server);
  const { body } = await holder.send<SessionAnswer>("POST", "/auth/guest", { body: { delivery: "body" } });
  expect(await askAbout(body.accessToken)).toMatchObject({
    active: true,
    token_type: "DPoP",
    cnf: { jkt: holder.thumbprint },
  });
});

test("a token that a service asks about has arrived, as if it had been used here", async () => {
  const first = await newGuest();
  server.clock.advance(minute + 1000);
  await askAbout(first.accessToken);
  const { body: second } = await server
    .browser()
    .post<SessionAnswer>("/auth/refresh", { refreshToken: first.refreshToken });
  await askAbout(second.accessToken);
  await waitUntil("the sighting is written", 60_000, async () => {
    const { rows } = await sql<{ used: boolean }>`
      select successor_used as used from session where id = ${String(decodeJwt(second.accessToken).sid)}::uuid
    `.execute(server.database.db);
    return rows[0]?.used ? true : undefined;
  });
  server.clock.advance(minute);
  const replay = await server.browser().post("/auth/refresh", { refreshToken: first.refreshToken });
  expect(replay).toMatchObject({ status: 401, body: { code: "refresh-reused" } });
});

test("nobody asks without the token of the setting", async () => {
  const { accessToken } = await newGuest();
  const form = String(new URLSearchParams({ token: accessToken }));
  for (const authorization of [
    "",
    "Bearer",
    `Bearer ${accessToken}`,
    `Bearer ${introspectionToken.slice(0, -1)}`,
    `Bearer ${introspectionToken}, Bearer ${introspectionToken}`,
    `Basic ${Buffer.from(`service:${introspectionToken}`).toString("base64")}`,
  ]) {
    const answer = await ask(form, { authorization });
    expect(answer, authorization).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
  }
});

test.each([
  ["JSON", `{"token":"x"}`, "application/json", 415],
  ["a form of another kind", "token=x", "multipart/form-data; boundary=x", 415],
  ["no token", "token_type_hint=access_token", "application/x-www-form-urlencoded", 422],
  ["an empty token", "token=", "application/x-www-form-urlencoded", 422],
  ["two tokens", "token=x&token=y", "application/x-www-form-urlencoded", 422],
])("%s is refused", async (_what, body, contentType, status) => {
  expect(await ask(body, { "content-type": contentType })).toMatchObject({ status });
});

test("parameters that are not known are passed over, in any charset that is UTF-8", async () => {
  const { accessToken } = await newGuest();
  const form = String(new URLSearchParams({ token: accessToken, client_id: "notes" }));
  const contentType = "application/x-www-form-urlencoded; charset=UTF-8";
  expect((await ask(form, { "content-type": contentType })).body).toMatchObject({ active: true });
});

test("without the setting the address does not exist, and is not described", async () => {
  const silent = await startTestServer();
  try {
    const { accessToken } = await newGuest(silent);
    const form = String(new URLSearchParams({ token: accessToken }));
    for (const authorization of [`Bearer ${introspectionToken}`, "Bearer undefined"]) {
      expect(await ask(form, { authorization }, silent)).toMatchObject({
        status: 404,
        body: { code: "not-found" },
      });
    }
    const { body } = await silent.browser().get<{ paths: object }>("/openapi.json");
    expect(Object.keys(body.paths)).not.toContain("/oauth/introspect");
  } finally {
    await silent.close();
  }
});

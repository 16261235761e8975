// Every route that costs something is limited by what it costs; whichever is not says why. All of them are within the
// limits in front of everything, `requests` by network and `changes` by account, which only a refusal names.
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callbacks, handedOver, ownAnswers } from "../src/better-auth/native/endpoints.ts";
import { type ApiDocument, apiBase, operationsOf } from "../src/http/openapi-operations.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { uuidv7 } from "../src/uuid.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const nativeBase = "/api/auth";
const routes = (base: string, ...paths: string[]) => paths.map((path) => path.replace(" ", ` ${base}`));

const withoutLimitsOfTheirOwn: Readonly<Record<string, readonly string[]>> = {
  "reads little, by an id or an index, and what belongs to who asks": [
    ...routes(
      apiBase,
      "GET /conversations",
      "GET /conversations/{id}",
      "GET /conversations/{id}/messages",
      "GET /me",
      "GET /me/activity",
      "GET /me/acts",
      "GET /me/bookmarks",
      "GET /me/passkeys",
      "GET /me/preferences",
      "GET /me/second-factor/trusted-devices",
      "GET /me/sessions",
      "GET /me/sign-in-methods",
      "GET /me/usage",
      "GET /messages/{id}/stream",
    ),
    ...routes(nativeBase, "GET /get-session", "GET /list-sessions", "GET /list-accounts"),
    ...routes(nativeBase, "GET /passkey/list-user-passkeys"),
  ],
  "is answered from memory": [
    ...routes(apiBase, "GET /auth/methods", "GET /auth/session"),
    ...routes(nativeBase, "GET /ok", "GET /jwks"),
    // From a provider by a form: what it says goes around once more, as an address, and is limited there.
    ...routes(nativeBase, "POST /callback/:id"),
  ],
  "changes little, of what belongs to who asks, within `changes`": [
    ...routes(
      apiBase,
      "DELETE /conversations/{id}",
      "DELETE /guests/claim",
      "DELETE /me/bookmarks/{id}",
      "DELETE /me/passkeys/{id}",
      "DELETE /me/providers/{id}",
      "DELETE /me/second-factor/trusted-devices",
      "DELETE /me/second-factor/trusted-devices/{id}",
      "DELETE /me/sessions",
      "DELETE /me/sessions/{id}",
      "DELETE /messages/{id}/feedback",
      "PATCH /conversations/{id}",
      "PATCH /me",
      "PATCH /me/passkeys/{id}",
      "PATCH /me/preferences",
      "POST /conversations",
      "POST /guests/claim",
      "POST /me/second-factor/recovery-codes",
      "POST /me/second-factor/totp",
      "POST /messages/{id}/feedback",
      "POST /messages/{id}/stop",
    ),
    ...routes(
      nativeBase,
      "POST /passkey/delete-passkey",
      "POST /passkey/update-passkey",
      "POST /revoke-session",
      "POST /revoke-other-sessions",
      "POST /unlink-account",
      "POST /update-user",
    ),
  ],
  "does nothing for who has no token or signature of ours": [
    ...routes(apiBase, "POST /auth/logout", "GET /mail/unsubscribe", "POST /mail/unsubscribe"),
    ...routes(nativeBase, "POST /sign-out", "POST /revoke-sessions"),
  ],
  "does nothing for who has no secret of the operator's": routes(
    apiBase,
    "POST /mail/webhooks/resend",
    "POST /oauth/introspect",
  ),
};

const carol = { ...alice, name: "Carol", email: "carol@example.org" };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    LIMITS: "on",
    GITHUB_CLIENT_ID: "client",
    GITHUB_CLIENT_SECRET: "secret",
    RESEND_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString("base64")}`,
    INTROSPECTION_TOKEN: randomBytes(32).toString("hex"),
  });
  await registerAndVerify(server, carol);
  await sql`update "user" set role = 'admin' where email = ${carol.email}`.execute(server.database.db);
});
afterAll(() => server.close());

async function signIn(): Promise<string> {
  const { email, password } = carol;
  const answer = await server.browser().post<SessionAnswer>("/auth/login", { email, password });
  return answer.body.accessToken;
}

/** The limits that an answer names, to a request that asks for nothing that could be done. */
async function limitsOf(route: string, accessToken: string): Promise<string[]> {
  const [method = "", path = ""] = route.split(" ");
  const address = path.replace("{id}", uuidv7()).replace("{provider}", "github").replace(":id", "github");
  const answer = await server.browser().send(method, address, {
    accessToken,
    redirect: "manual",
    ...(method !== "GET" && { body: { nothing: "that any route takes" } }),
  });
  expect(answer.status, route).not.toBe(405);
  const header = answer.headers.get("ratelimit-policy") ?? "";
  return [...header.matchAll(/"([\w-]+)"/g)].map(([, name = ""]) => name);
}

test("every route of ours and of Better Auth's clients is limited, or says why not", async () => {
  const { body: document } = await server.browser().get<ApiDocument>("/openapi.json");
  const described = operationsOf(document)
    .filter(({ address }) => address.startsWith("/api/"))
    .map(({ method, address }) => `${method.toUpperCase()} ${address}`);
  const native = routes(nativeBase, ...ownAnswers, ...handedOver, ...callbacks);
  const excused = Object.values(withoutLimitsOfTheirOwn).flat();
  let accessToken = await signIn();
  const unlimited = [];
  for (const route of [...described, ...native]) {
    // These end the session that asks.
    if (/sessions|sign-out|logout/.test(route)) accessToken = await signIn();
    if ((await limitsOf(route, accessToken)).length === 0) unlimited.push(route);
    if (/sessions|sign-out|logout/.test(route)) accessToken = await signIn();
  }
  expect(unlimited.toSorted()).toEqual(excused.toSorted());
});

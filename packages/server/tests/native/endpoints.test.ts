import { admin } from "better-auth/plugins/admin";
import { twoFactor } from "better-auth/plugins/two-factor";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callbacks, handedOver, ownAnswers, switchedOff } from "../../src/better-auth/native/endpoints.ts";
import type { SessionAnswer } from "../../src/sessions/schemas.ts";
import { createTestNativeAuth } from "../support/native-auth.ts";
import { alice, registerAndVerify } from "../support/people.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let session: SessionAnswer;
beforeAll(async () => {
  server = await startTestServer();
  session = await registerAndVerify(server, alice, { delivery: "body" });
});
afterAll(() => server.close());

test("every endpoint of the running Better Auth is named, as answered or as off, and none twice", () => {
  const { api } = createTestNativeAuth(server.database.db);
  // Plugins whose endpoints have no part in the running object: ours answer them all.
  const ours = { ...twoFactor().endpoints, ...admin().endpoints };
  const existing = Object.values({ ...api, ...ours }).flatMap((endpoint) => {
    const { path, options } = endpoint as { path?: string; options?: { method?: string | string[] } };
    // Without a path it can only be called by code of this server.
    return path === undefined ? [] : [options?.method ?? []].flat().map((method) => `${method} ${path}`);
  });
  expect(existing.length).toBeGreaterThan(35);
  const named = [...ownAnswers, ...callbacks, ...handedOver, ...Object.keys(switchedOff)];
  expect([...new Set(existing)].sort()).toEqual(named.toSorted());
});

test.each(Object.entries(switchedOff))("%s is off: %s", async (endpoint) => {
  const [method = "", path = ""] = endpoint.split(" ");
  const address = `/api/auth${path.replace(/:\w+/, "some-value")}`;
  const { status, body } = await server.browser().send(method, address, {
    accessToken: session.accessToken,
    ...(method === "POST" && { body: {} }),
  });
  // Where the address is on with another method, it says so.
  const otherMethod = [...ownAnswers, ...handedOver].some((other) => other.endsWith(` ${path}`));
  expect(status).toBe(otherMethod ? 405 : 404);
  expect(body.code).toBe(otherMethod ? "method-not-allowed" : "not-found");
});

test.each([...ownAnswers, ...handedOver])("%s is on", async (endpoint) => {
  const [method = "", path = ""] = endpoint.split(" ");
  for (const body of method === "POST" ? [{}, undefined] : [undefined]) {
    const { status } = await server.browser().send(method, `/api/auth${path}`, { body });
    expect([200, 400, 401]).toContain(status);
  }
});

/** What the official clients' plugins call, for plugins that this server has not. */
const absent = ["/sign-in/username", "/sign-in/oauth2", "/open-api/generate-schema"];

test.each(absent)("%s does not exist", async (path) => {
  const { accessToken } = session;
  const answers = await Promise.all([
    server.browser().post(`/api/auth${path}`, {}, { accessToken }),
    server.browser().get(`/api/auth${path}`, { accessToken }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
});

test.each([
  "/api/auth//token",
  "/api/auth/%74oken",
  "/api/auth/sign-in/../token",
  "/api/auth/token/",
  "/api/auth/./token",
])("another spelling of an endpoint that is off, %s, finds nothing", async (path) => {
  const { status } = await server.browser().get(path, { accessToken: session.accessToken });
  expect(status).toBe(404);
});

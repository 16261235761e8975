import { afterAll, beforeAll, expect, test } from "vitest";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** As a back end asks: no cookies and no origin. */
async function ask(authorization: string, path = "/auth/session") {
  const answer = await fetch(`${server.url}/api/v1${path}`, { headers: { authorization } });
  const { date: _, "x-request-id": requestId, ...headers } = Object.fromEntries(answer.headers);
  return {
    status: answer.status,
    headers,
    requestId,
    body: (await answer.json()) as Record<string, unknown>,
  };
}

const signIn = (email: string) => registerAndVerify(server, { ...alice, email }, { delivery: "body" });

test.each(["/auth/session", "/me"])(
  "%s answers a token that was verified before with the same bytes and headers as the first time",
  async (path) => {
    const { accessToken } = await signIn(`first${path.replaceAll("/", "-")}@example.org`);
    const first = await ask(`Bearer ${accessToken}`, path);
    const again = await ask(`Bearer ${accessToken}`, path);
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect(again.headers).toEqual(first.headers);
    expect(again.requestId).not.toBe(first.requestId);
  },
);

test("a remembered token dies with its session", async () => {
  const { accessToken } = await signIn("ends@example.org");
  for (let round = 0; round < 2; round++) await ask(`Bearer ${accessToken}`);
  await server.browser().post("/auth/logout", {}, { accessToken });
  expect(await ask(`Bearer ${accessToken}`)).toMatchObject({ status: 401, body: { code: "session-ended" } });
});

test("the account behind a remembered token is read anew each time", async () => {
  const { accessToken } = await signIn("renamed@example.org");
  await ask(`Bearer ${accessToken}`, "/me");
  await server.browser().send("PATCH", "/me", { accessToken, body: { name: "Alice Liddell" } });
  expect(await ask(`Bearer ${accessToken}`, "/me")).toMatchObject({ body: { name: "Alice Liddell" } });
});

test("a remembered token whose account is gone is refused like any other", async () => {
  const { accessToken, account } = await signIn("gone@example.org");
  for (let round = 0; round < 2; round++) await ask(`Bearer ${accessToken}`, "/me");
  // Without a revocation, as nothing of ours would do it.
  await server.database.db.deleteFrom("user").where("id", "=", account.id).execute();
  expect(await ask(`Bearer ${accessToken}`, "/me")).toMatchObject({
    status: 404,
    body: { code: "not-found" },
  });
});

test("a remembered token expires when it says so", async () => {
  const { accessToken, expiresAt } = await signIn("expires@example.org");
  for (let round = 0; round < 2; round++) await ask(`Bearer ${accessToken}`);
  server.clock.advance(new Date(expiresAt).getTime() - server.clock.now().getTime() - 10_000);
  expect((await ask(`Bearer ${accessToken}`)).status).toBe(200);
  server.clock.advance(10_000);
  expect(await ask(`Bearer ${accessToken}`)).toMatchObject({ status: 401, body: { code: "token-expired" } });
});

test("a remembered token with anything around it is not that token", async () => {
  const { accessToken } = await signIn("exact@example.org");
  for (let round = 0; round < 2; round++) await ask(`Bearer ${accessToken}`);
  for (const authorization of [
    `Bearer  ${accessToken}`,
    `Bearer ${accessToken}=`,
    `Bearer ${accessToken}, Bearer ${accessToken}`,
    `Bearer ${accessToken.slice(0, -1)}`,
    `Basic ${accessToken}`,
  ]) {
    expect(await ask(authorization), authorization).toMatchObject({
      status: 401,
      body: { code: "unauthenticated" },
    });
  }
});

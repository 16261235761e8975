import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alice, registerAndVerify } from "./support/people.ts";
import { removeUser } from "./support/remove-user.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ LIMITS: "on" });
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
  await removeUser(server.database.db, account.id);
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

/** As an app refreshes; `charset=utf-8` alone keeps a request off the short way. */
async function refresh(
  refreshToken: string,
  {
    contentType = "application/json",
    body = JSON.stringify({ refreshToken }),
    headers = {},
  }: { contentType?: string; body?: string; headers?: Record<string, string> } = {},
) {
  const answer = await fetch(`${server.url}/api/v1/auth/refresh`, {
    method: "POST",
    headers: { "content-type": contentType, ...headers },
    body,
  });
  const { date: _, "x-request-id": __, ...others } = Object.fromEntries(answer.headers);
  return {
    status: answer.status,
    headers: others,
    cookies: answer.headers.getSetCookie(),
    body: (await answer.json()) as Record<string, unknown> & { refreshToken: string },
  };
}

/** Twice the grace, after which a token is renewed. */
const untilRenewed = () => server.clock.advance(61_000);

async function signInApp(email: string): Promise<string> {
  const { refreshToken } = await signIn(email);
  if (refreshToken === undefined) throw new Error("An app's token comes in the body.");
  return refreshToken;
}

test("a refresh has the same headers and members on the short way as on the ordinary one", async () => {
  const refreshToken = await signInApp("refreshed@example.org");
  untilRenewed();
  const short = await refresh(refreshToken);
  untilRenewed();
  const ordinary = await refresh(short.body.refreshToken, { contentType: "application/json; charset=utf-8" });
  expect([short.status, ordinary.status]).toEqual([200, 200]);
  expect(new Set([refreshToken, short.body.refreshToken, ordinary.body.refreshToken]).size).toBe(3);
  expect({ ...short.headers, "content-length": "" }).toEqual({ ...ordinary.headers, "content-length": "" });
  expect(Object.keys(short.body)).toEqual(Object.keys(ordinary.body));
  expect(short.body.account).toEqual(ordinary.body.account);
});

test("both ways count by the same limit, and a request that changes from one to the other counts once", async () => {
  const refreshToken = await signInApp("counted@example.org");
  untilRenewed();
  const short = await refresh(refreshToken);
  const changing = await refresh(short.body.refreshToken);
  const ordinary = await refresh(short.body.refreshToken, { contentType: "application/json; charset=utf-8" });
  const left = [short, changing, ordinary].map(({ headers }) => /r=(\d+)/.exec(headers.ratelimit ?? "")?.[1]);
  const [first] = left.map(Number);
  expect(left.map(Number)).toEqual([first, Number(first) - 1, Number(first) - 2]);
});

test("JSON may be spaced as programs space it", async () => {
  const refreshToken = await signInApp("spaced@example.org");
  untilRenewed();
  const { status, body } = await refresh(refreshToken, { body: `{ "refreshToken": "${refreshToken}" }\n` });
  expect(status).toBe(200);
  expect(body.refreshToken).not.toBe(refreshToken);
});

test("a token that comes back late ends its session on the short way too, and says so once", async () => {
  const refreshToken = await signInApp("stolen@example.org");
  untilRenewed();
  const { body } = await refresh(refreshToken);
  untilRenewed();
  await refresh(body.refreshToken);
  const codes: unknown[] = [];
  for (let round = 0; round < 2; round++) codes.push((await refresh(refreshToken)).body.code);
  expect(codes).toEqual(["refresh-reused", "refresh-invalid"]);
});

test("a session of a browser gets its cookie, also where an app brings its token in the body", async () => {
  const browser = server.browser();
  await registerAndVerify(server, { ...alice, email: "cookie@example.org" }, { browser });
  const cookie = browser.cookies.get("bookplate") ?? "";
  untilRenewed();
  const { status, cookies, body } = await refresh(cookie);
  expect(status).toBe(200);
  expect(cookies).toContainEqual(expect.stringMatching(/^bookplate=bpr_/));
  expect(body).not.toHaveProperty("refreshToken");
});

test.each([
  ["no token", JSON.stringify({}), 401, "refresh-invalid"],
  ["a token of nobody", JSON.stringify({ refreshToken: "bpr_AAAA" }), 401, "refresh-invalid"],
  [
    "something else besides",
    JSON.stringify({ refreshToken: "bpr_AAAA", role: "admin" }),
    422,
    "validation-failed",
  ],
  ["half of JSON", '{ "refreshToken": "bpr_', 400, "malformed-json"],
  ["bytes that are no UTF-8", '{ "refreshToken": "\u00ff" }', 401, "refresh-invalid"],
])("a refresh with %s is refused as on the ordinary way", async (_, body, status, code) => {
  for (const contentType of ["application/json", "application/json; charset=utf-8"]) {
    expect(await refresh("", { body, contentType })).toMatchObject({ status, body: { code } });
  }
});

/** With neither a length nor chunks, one of which every `fetch` names. */
function askWithoutBody(method: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(`${server.url}/api/v1${path}`, { method }, (answer) => {
      answer.resume().once("end", () => resolve(answer.statusCode ?? 0));
    });
    for (const name of ["content-length", "transfer-encoding"]) asked.removeHeader(name);
    asked.once("error", reject).end();
  });
}

test.each([
  ["POST", "/auth/refresh", 401],
  ["POST", "/auth/login", 422],
  ["DELETE", "/me/preferences", 405],
])(
  "%s %s without a body and without a word about one is answered as with an empty one",
  async (method, path, status) => {
    const { status: withLength } = await fetch(`${server.url}/api/v1${path}`, { method });
    expect([await askWithoutBody(method, path), withLength]).toEqual([status, status]);
  },
);

import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createKeyHolder } from "./support/dpop.ts";
import { encode, signToken } from "./support/forged-tokens.ts";
import { alice, tokenOf } from "./support/people.ts";
import { requestRaw } from "./support/raw-request.ts";
import type { TestServer } from "./support/server.ts";
import { startWatchedServer, type WatchedServer } from "./support/watched-server.ts";

let watched: WatchedServer;
let server: TestServer;
let session: SessionAnswer;
let stranger: SessionAnswer;
beforeAll(async () => {
  watched = await startWatchedServer();
  ({ server, session, stranger } = watched);
});
beforeEach(() => watched.watch());
afterAll(() => watched.close());

/** Reading and changing, where a token is needed and where it may be brought along, ours and Better Auth's. */
const doors = [
  ["GET", "/auth/session"],
  ["GET", "/me"],
  ["DELETE", "/me/sessions"],
  ["POST", "/conversations"],
  ["POST", "/auth/logout"],
  ["POST", "/auth/register"],
  ["GET", "/api/auth/get-session"],
] as const;

async function expectRefused(authorization: string): Promise<void> {
  const person = { email: "dora@example.org", name: "Dora", password: alice.password };
  for (const [method, path] of doors) {
    const body = method === "POST" ? { body: path === "/auth/register" ? person : {} } : {};
    const answer = await server.browser().send(method, path, { ...body, headers: { authorization } });
    expect({ path, status: answer.status }, authorization.slice(0, 120)).toEqual({ path, status: 401 });
    expect(answer.body).toMatchObject({ code: "unauthenticated" });
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
  await watched.expectNothingHappened();
}

const ownKey = generateKeyPairSync("ec", { namedCurve: "P-256" });

describe("as an access token, nothing passes but one", () => {
  const claims = () => ({ ...decodeJwt(session.accessToken) });
  const mutated = (mutate: (parts: { header: string; payload: string; signature: string }) => string) => {
    const [header = "", payload = "", signature = ""] = session.accessToken.split(".");
    return mutate({ header, payload, signature });
  };

  test.each<[string, () => string]>([
    ["a refresh token", () => session.refreshToken ?? ""],
    ["a part too few", () => mutated(({ header, payload }) => `${header}.${payload}`)],
    ["a part too many", () => `${session.accessToken}.AAAA`],
    ["five parts", () => `${session.accessToken}.AAAA.AAAA`],
    ["padding", () => mutated(({ header, payload, signature }) => `${header}=.${payload}=.${signature}==`)],
    ["space inside", () => mutated(({ header, payload, signature }) => `${header}. ${payload}.${signature}`)],
    ["a letter more", () => `${session.accessToken}A`],
    ["its last letter less", () => session.accessToken.slice(0, -1)],
    [
      "another alphabet",
      () => mutated(({ header, payload, signature }) => `${header}.${payload}.${signature.slice(0, -4)}+/+/`),
    ],
    [
      "one bit flipped in its claims",
      () =>
        mutated(
          ({ header, payload, signature }) =>
            `${header}.${payload.startsWith("e") ? "f" : "e"}${payload.slice(1)}.${signature}`,
        ),
    ],
    ["no signature", () => mutated(({ header, payload }) => `${header}.${payload}.`)],
    [
      "a signature of zeros",
      () => mutated(({ header, payload }) => `${header}.${payload}.${"A".repeat(86)}`),
    ],
    ["the token twice", () => `${session.accessToken}, ${session.accessToken}`],
    ["the token twice, with its scheme", () => `${session.accessToken}, Bearer ${session.accessToken}`],
    ["five thousand letters", () => "A".repeat(5000)],
    ["a name of a member of every object", () => "__proto__.constructor.toString"],
    ["a header that is no object", () => `${encode("null")}.${encode("[]")}.${"A".repeat(86)}`],
    [
      "two subjects, unsigned",
      () =>
        `${encode({ alg: "none", typ: "at+jwt" })}.${encode(`{"sub":"${session.account.id}","sub":"${stranger.account.id}"}`)}.`,
    ],
  ])("%s", async (_what, token) => {
    await expectRefused(`Bearer ${token()}`);
  });

  test("a letter's token", async () => {
    const dora = { email: "dora@example.org", name: "Dora", password: alice.password };
    await server.browser().post("/auth/register", dora);
    const token = tokenOf(await server.letter(dora.email, "verify-registration"));
    await watched.watch();
    await expectRefused(`Bearer ${token}`);
    expect(await server.browser().post("/auth/refresh", { refreshToken: token })).toMatchObject({
      status: 401,
    });
  });

  test("a proof of a key", async () => {
    const holder = await createKeyHolder(server);
    await expectRefused(`Bearer ${await holder.prove("GET", `${server.url}/api/v1/auth/session`)}`);
  });

  test.each(["Basic", "bpr_", "Token", "JWT", "Bearer:", "BearerBearer", ""])(
    "the right token after the wrong scheme %j",
    (scheme) => expectRefused(`${scheme} ${session.accessToken}`),
  );

  test.each<[string, () => object]>([
    ["no expiry", () => ({ exp: undefined })],
    ["an expiry that is text", () => ({ exp: "4102444800" })],
    ["an expiry after all time", () => ({ exp: 1e308 })],
    ["an expiry that is not finite", () => ({ exp: "Infinity" })],
    ["a time before which it does not count", () => ({ nbf: Math.floor(Date.now() / 1000) + 300 })],
    ["an issue in the future", () => ({ iat: Math.floor(Date.now() / 1000) + 300 })],
    ["another issuer", () => ({ iss: "https://evil.example" })],
    ["the issuer with a slash", () => ({ iss: `${server.url}/` })],
    ["the issuer in capitals", () => ({ iss: server.url.toUpperCase() })],
    ["no audience", () => ({ aud: undefined })],
    ["foreign audiences", () => ({ aud: ["https://evil.example", "https://book.example.org"] })],
    ["the beginning of the audience", () => ({ aud: server.url.slice(0, -1) })],
    ["audiences in an object", () => ({ aud: { includes: true } })],
    ["no session", () => ({ sid: undefined })],
    ["a role that does not exist", () => ({ role: "owner" })],
    ["a turn that is no number", () => ({ rc: "1" })],
    ["a negative epoch", () => ({ epoch: -1 })],
    ["a bound key that is none", () => ({ cnf: { jkt: 1 } })],
  ])("one of our own key with %s", async (_what, change) => {
    await expectRefused(`Bearer ${watched.signByServer({ ...claims(), ...change() })}`);
  });

  test.each([
    { typ: "JWT" },
    { typ: "dpop+jwt" },
    { typ: undefined },
    { crit: ["x"] },
    { crit: ["b64"], b64: false },
    { b64: false },
    { kid: undefined },
    { kid: 1 },
  ])("one of our own key with the header %o", async (header) => {
    await expectRefused(`Bearer ${watched.signByServer(claims(), header)}`);
  });
});

test("a key that a token brings or points to is neither taken nor fetched", async () => {
  const asked: string[] = [];
  const jwk = { ...ownKey.publicKey.export({ format: "jwk" }), kid: "mine", alg: "ES256", use: "sig" };
  const listener = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.setHeader("content-type", "application/json").end(JSON.stringify({ keys: [jwk] }));
  });
  let connections = 0;
  listener.on("connection", () => {
    connections += 1;
  });
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const there = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  const { kid } = decodeProtectedHeader(session.accessToken);
  const claims = decodeJwt(session.accessToken);
  try {
    for (const brought of [
      { jku: `${there}/keys` },
      { x5u: `${there}/chain.pem` },
      { jwk },
      { x5c: [encode("no certificate")] },
      { kid: `${there}/keys` },
      { kid: "../../dev/null" },
      { kid: "' or '1'='1" },
      { kid: "mine", jku: `${there}/keys`, jwk },
    ]) {
      const header = { alg: "ES256", typ: "at+jwt", kid, ...brought };
      await expectRefused(`Bearer ${signToken(ownKey.privateKey, header, claims)}`);
      // Nor is it passed over under our own signature: we write no such header.
      if (!("kid" in brought)) await expectRefused(`Bearer ${watched.signByServer(claims, brought)}`);
    }
    await expectRefused(
      `Bearer ${signToken(ownKey.privateKey, { alg: "ES256", typ: "at+jwt", kid }, { ...claims, iss: there })}`,
    );
  } finally {
    listener.close();
  }
  expect({ asked, connections }).toEqual({ asked: [], connections: 0 });
});

test("of two Authorization headers none is chosen", async () => {
  const good = `Authorization: Bearer ${session.accessToken}`;
  for (const headers of [
    [good, good],
    [good, "Authorization: Bearer nonsense"],
    ["Authorization: Basic YTpi", good],
    [good, `authorization: Bearer ${stranger.accessToken}`],
    [`${good},`],
  ]) {
    for (const [method, path] of doors.slice(0, 5)) {
      const { status } = await requestRaw(server.url, `${method} /api/v1${path}`, [
        ...headers,
        `Origin: ${server.url}`,
        "Content-Length: 0",
      ]);
      expect({ path, headers, status }).toEqual({ path, headers, status: 401 });
    }
  }
  await watched.expectNothingHappened();
});

test("a token in the address, in the body or in a cookie is nobody's", async () => {
  const { accessToken } = session;
  for (const name of ["access_token", "accessToken", "token", "authorization"]) {
    for (const [method, path] of [
      ["GET", "/me"],
      ["DELETE", "/me/sessions"],
      ["GET", "/auth/session"],
    ] as const) {
      const asked = [
        server.browser().send(method, `${path}?${name}=${accessToken}`),
        server.browser().send(method, path, { headers: { cookie: `${name}=${accessToken}` } }),
        server.browser().send(method, path, { headers: { [`x-${name.replace("_", "-")}`]: accessToken } }),
      ];
      for (const { status } of await Promise.all(asked))
        expect({ name, path, status }).toEqual({ name, path, status: 401 });
    }
  }
  const inBody = await server.browser().post("/conversations", { access_token: accessToken });
  expect(inBody.status).toBe(401);
  await watched.expectNothingHappened();
});

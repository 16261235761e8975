import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { decodeJwt, decodeProtectedHeader } from "jose";
import type { KyselyPlugin } from "kysely";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import type { OpenDatabase } from "../src/database/database.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createTestClock } from "./support/clock.ts";
import { openPreparedDatabase } from "./support/database.ts";
import { readState } from "./support/database-state.ts";
import { createKeyHolder } from "./support/dpop.ts";
import { createServerSigner, encode, signToken } from "./support/forged-tokens.ts";
import { alice, bob, registerAndVerify, tokenOf } from "./support/people.ts";
import { requestRaw } from "./support/raw-request.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const secret = "Jx7Wq2ZrT9uYbN4mXc6LpD1sGfHjA8eR3tVk";
const lines: string[] = [];
/** What an operator reads who has set nothing. */
const log = pino({ level: "info" }, { write: (line: string) => void lines.push(line) });

let server: TestServer;
let session: SessionAnswer;
let stranger: SessionAnswer;
let signByServer: Awaited<ReturnType<typeof createServerSigner>>;
let queries = 0;
/** Results rather than queries: a prepared statement is not transformed again. */
const countQueries: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => {
    queries += 1;
    return result;
  },
};
let database: OpenDatabase;
beforeAll(async () => {
  database = await openPreparedDatabase();
  const counted = { ...database, db: database.db.withPlugin(countQueries) };
  server = await startTestServer(
    { BOOKPLATE_SECRET: secret },
    { database: counted, clock: createTestClock() },
    log,
  );
  session = await registerAndVerify(server, alice, { delivery: "body" });
  stranger = await registerAndVerify(server, bob, { delivery: "body" });
  signByServer = await createServerSigner(server.database.db, secret);
  // That they are here today is noted now, and not in the middle of a test.
  for (const { accessToken } of [session, stranger]) await server.browser().get("/me", { accessToken });
  await waitUntil("both are noted", 10_000, async () => {
    const noted = await database.db.selectFrom("activeDay").select("userId").execute();
    return noted.length === 2 || undefined;
  });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

let before: Record<string, string>;
let linesBefore: number;
beforeEach(async () => {
  before = await readState(server.database.db);
  linesBefore = lines.length;
});
/** Whatever a test here has asked, no row is another and nobody has to read about it. */
async function expectNothingHappened(): Promise<void> {
  expect(await readState(server.database.db)).toEqual(before);
  expect(lines.slice(linesBefore)).toEqual([]);
}

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
  await expectNothingHappened();
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
    // The letter's own state is written just after it has arrived.
    await expect.poll(async () => (await readState(server.database.db)).letter === before.letter).toBe(false);
    before = await readState(server.database.db);
    linesBefore = lines.length;
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
    await expectRefused(`Bearer ${signByServer({ ...claims(), ...change() })}`);
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
    await expectRefused(`Bearer ${signByServer(claims(), header)}`);
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
      if (!("kid" in brought)) await expectRefused(`Bearer ${signByServer(claims, brought)}`);
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
      const status = await requestRaw(server.url, `${method} /api/v1${path}`, [
        ...headers,
        `Origin: ${server.url}`,
        "Content-Length: 0",
      ]);
      expect({ path, headers, status }).toEqual({ path, headers, status: 401 });
    }
  }
  await expectNothingHappened();
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
  await expectNothingHappened();
});

test("over https, a cookie that another name of the domain could have planted is not read", async () => {
  const secure = await startTestServer({ PUBLIC_URL: "https://localhost" });
  try {
    const origin = "https://localhost";
    const guest = await secure.browser().post<SessionAnswer>("/auth/guest", {}, { origin });
    const [name, value] = guest.headers.getSetCookie()[0]?.split(/[=;]/) ?? [];
    const refresh = (cookie: string) =>
      secure.browser().post("/auth/refresh", {}, { origin, headers: { cookie: `${cookie}=${value}` } });
    expect(name).toBe("__Host-bookplate-guest");
    for (const planted of [
      "bookplate-guest",
      "bookplate",
      "__Secure-bookplate-guest",
      "__host-bookplate-guest",
    ])
      expect({ planted, status: (await refresh(planted)).status }).toEqual({ planted, status: 401 });
    expect((await refresh("__Host-bookplate-guest")).status).toBe(200);
  } finally {
    await secure.close();
  }
});

describe("as a refresh token, nothing passes but one", () => {
  const changed = (at: number) => {
    const token = session.refreshToken ?? "";
    const index = at < 0 ? token.length + at : at;
    return token.slice(0, index) + (token[index] === "A" ? "B" : "A") + token.slice(index + 1);
  };

  test.each<[string, () => string, string]>([
    ["an access token", () => session.accessToken, "refresh-invalid"],
    [
      "another session's with this one's end",
      () => `${stranger.refreshToken?.slice(0, 40)}${session.refreshToken?.slice(40)}`,
      "refresh-invalid",
    ],
    ["its first letter changed", () => changed(4), "refresh-invalid"],
    ["its session changed", () => changed(12), "refresh-invalid"],
    ["its turn changed", () => changed(34), "refresh-invalid"],
    ["its end changed", () => changed(-2), "refresh-invalid"],
    ["its end missing", () => session.refreshToken?.slice(0, -1) ?? "", "refresh-invalid"],
    ["padding", () => `${session.refreshToken}=`, "refresh-invalid"],
    ["a letter more", () => `${session.refreshToken}A`, "refresh-invalid"],
    ["space around it", () => ` ${session.refreshToken} `, "refresh-invalid"],
    ["itself twice", () => `${session.refreshToken}${session.refreshToken}`, "refresh-invalid"],
    ["another prefix", () => session.refreshToken?.replace("bpr_", "BPR_") ?? "", "refresh-invalid"],
    ["a thousand letters", () => `bpr_${"A".repeat(996)}`, "refresh-invalid"],
    ["more letters than any field has", () => `bpr_${"A".repeat(5000)}`, "validation-failed"],
  ])("%s", async (_what, token, code) => {
    const inBody = await server.browser().post("/auth/refresh", { refreshToken: token() }, { origin: null });
    expect(inBody.body).toMatchObject({ code });
    const cookie = encodeURIComponent(token());
    const inCookie = await server
      .browser()
      .post("/auth/refresh", {}, { headers: { cookie: `bookplate=${cookie}` } });
    expect(inCookie.body).toMatchObject({ code: "refresh-invalid" });
    const out = await server.browser().post("/auth/logout", { refreshToken: token() }, { origin: null });
    expect(out.status).toBe(code === "validation-failed" ? 422 : 204);
    for (const { headers } of [inBody, inCookie]) expect(headers.getSetCookie()).toEqual([]);
    await expectNothingHappened();
  });

  test.each([7, [["a"]], { length: 10 }, null, true])("%j where a text belongs", async (value) => {
    const { body } = await server.browser().post("/auth/refresh", { refreshToken: value }, { origin: null });
    expect(body).toMatchObject({ code: "validation-failed" });
    await expectNothingHappened();
  });

  test("two cookies of one name", async () => {
    const { refreshToken = "" } = session;
    for (const pair of [
      [refreshToken, refreshToken],
      [refreshToken, "nonsense"],
      ["nonsense", refreshToken],
      [refreshToken, stranger.refreshToken],
    ]) {
      for (const path of ["/auth/refresh", "/auth/logout"]) {
        const cookie = pair.map((value) => `bookplate=${value}`).join("; ");
        const answer = await server.browser().post(path, {}, { headers: { cookie } });
        expect({ path, status: answer.status }).toEqual({ path, status: 401 });
      }
    }
    await expectNothingHappened();
  });

  test("a cookie that fills the header", async () => {
    const status = await requestRaw(server.url, "POST /api/v1/auth/refresh", [
      `Cookie: bookplate=${"A".repeat(20 * 1024)}`,
      `Origin: ${server.url}`,
      "Content-Length: 0",
    ]);
    expect(status).toBe(431);
    await expectNothingHappened();
  });
});

describe("with a reader's own cookie and token, but not from the reader", () => {
  interface Operation {
    readonly method: string;
    readonly path: string;
    readonly methods: readonly string[];
    /** Only with an access token. */
    readonly guarded: boolean;
  }

  const changingMethods = new Set(["POST", "PUT", "PATCH", "DELETE"]);

  /** Everything that changes something, by the document. */
  async function listChanging(): Promise<Operation[]> {
    const { body } = await server
      .browser()
      .get<{ paths: Record<string, Record<string, { security?: object[] }>> }>("/openapi.json");
    return Object.entries(body.paths).flatMap(([address, operations]) => {
      const methods = Object.keys(operations).map((method) => method.toUpperCase());
      const path = address.replace(/\{\w+\}/, "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55");
      return methods
        .filter((method) => changingMethods.has(method))
        .map((method) => {
          const { security = [] } = operations[method.toLowerCase()] ?? {};
          const guarded = security.length > 0 && security.every((way) => "accessToken" in way);
          return { method, path, methods, guarded };
        });
    });
  }

  const cookie = () => `bookplate=${session.refreshToken}`;

  test("a page of another site changes nothing, by any route", async () => {
    const changing = await listChanging();
    expect(changing.length).toBeGreaterThan(12);
    for (const { method, path } of changing) {
      for (const origin of ["https://evil.example", "null", `${server.url}.evil.example`]) {
        const headers = { cookie: cookie(), authorization: `Bearer ${session.accessToken}` };
        const answer = await server.browser().send(method, path, { body: {}, headers, origin });
        // A mail program presses its button from a page of its own; the address in the letter is what it shows.
        const refusal = path === "/mail/unsubscribe" ? 400 : 403;
        expect({ method, path, status: answer.status }).toEqual({ method, path, status: refusal });
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
    }
    await expectNothingHappened();
  });

  test("the cookie alone opens nothing but its two routes", async () => {
    const guarded = (await listChanging()).filter((operation) => operation.guarded);
    expect(guarded.length).toBeGreaterThan(12);
    for (const { method, path } of guarded) {
      const answer = await server.browser().send(method, path, { body: {}, headers: { cookie: cookie() } });
      expect({ method, path, status: answer.status }).toEqual({ method, path, status: 401 });
    }
    await expectNothingHappened();
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "a form of type %s signs nobody in and nobody out",
    async (type) => {
      const credentials = JSON.stringify({ email: bob.email, password: bob.password });
      for (const path of ["/auth/login", "/auth/register", "/auth/logout", "/auth/refresh"]) {
        for (const origin of [null, "https://evil.example", server.url]) {
          const answer = await server.browser().post(path, credentials, {
            origin,
            headers: { cookie: cookie(), "content-type": type },
          });
          expect([403, 415], path).toContain(answer.status);
          expect(answer.headers.getSetCookie()).toEqual([]);
        }
      }
      await expectNothingHappened();
    },
  );

  test("no other method stands in for the one that changes something", async () => {
    for (const { method, path, methods } of await listChanging()) {
      for (const sent of ["GET", "HEAD", "POST", "PUT"]) {
        if (methods.includes(sent) || (sent === "HEAD" && methods.includes("GET"))) continue;
        const answer = await server.browser().send(sent, `${path}?_method=${method}`, {
          headers: {
            cookie: cookie(),
            authorization: `Bearer ${session.accessToken}`,
            "x-http-method-override": method,
            "x-http-method": method,
            "x-method-override": method,
          },
        });
        expect({ sent, path, status: answer.status }).toEqual({ sent, path, status: 405 });
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
    }
    await expectNothingHappened();
  });
});

test("who presents nonsense makes the database do nothing", async () => {
  const claims = decodeJwt(session.accessToken);
  const unknownKey = { alg: "ES256", typ: "at+jwt", kid: "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55" };
  const accessTokens = [
    `${session.accessToken}A`,
    signToken(ownKey.privateKey, unknownKey, claims),
    signByServer({ ...claims, aud: "https://evil.example" }),
  ];
  queries = 0;
  for (let round = 0; round < 25; round += 1) {
    for (const accessToken of accessTokens)
      expect((await server.browser().post("/conversations", {}, { accessToken })).status).toBe(401);
    const refreshToken = `${session.refreshToken?.slice(0, -4)}AAAA`;
    expect((await server.browser().post("/auth/refresh", { refreshToken })).status).toBe(401);
  }
  // A hundred requests: one look for the unknown key, and what the server does by itself meanwhile.
  expect(queries).toBeLessThan(10);
});

// Last, because tokens are used well here, and the server notes that a moment later.
describe("a planted session", () => {
  const credentials = { email: alice.email, password: alice.password };

  test.each([{ refreshToken: "x" }, { sessionId: "x" }, { sid: "x" }, { accessToken: "x" }])(
    "in the body of a sign-in, as in %o, is refused",
    async (planted) => {
      const [name = ""] = Object.keys(planted);
      const { body, headers } = await server
        .browser()
        .post("/auth/login", { ...credentials, [name]: stranger.refreshToken });
      expect(body).toMatchObject({ code: "validation-failed" });
      expect(headers.getSetCookie()).toEqual([]);
      await expectNothingHappened();
    },
  );

  test("in the address of a sign-in is not looked at", async () => {
    const { body } = await server
      .browser()
      .post<SessionAnswer>(`/auth/login?refreshToken=${stranger.refreshToken}&sid=x`, {
        ...credentials,
        delivery: "body",
      });
    expect(body.account.id).toBe(session.account.id);
    expect(body.refreshToken).not.toBe(stranger.refreshToken);
  });

  test("is not what somebody who signs in continues, and stays its owner's", async () => {
    const browser = server.browser();
    browser.cookies.set("bookplate", stranger.refreshToken ?? "");
    const guest = await server.browser().post<SessionAnswer>("/auth/guest", { delivery: "body" });
    browser.cookies.set("bookplate-guest", guest.body.refreshToken ?? "");
    const { status, body } = await browser.post<SessionAnswer>("/auth/login", credentials);
    expect(status).toBe(200);
    expect(body.account.id).toBe(session.account.id);
    const sid = (token: string) => decodeJwt(token).sid;
    expect([sid(stranger.accessToken), sid(guest.body.accessToken)]).not.toContain(sid(body.accessToken));
    expect(browser.cookies.get("bookplate")).not.toBe(stranger.refreshToken);
    const next = await browser.post<SessionAnswer>("/auth/refresh");
    expect(next.body.account.id).toBe(session.account.id);
    expect((await server.browser().get("/me", guest.body)).status).toBe(200);
    expect((await server.browser().get("/me", stranger)).body).toMatchObject({ id: stranger.account.id });
  });
});

test("nothing works with what another server made, not even one with the same secret and database", async () => {
  const other = await startTestServer();
  const namesake = await startTestServer(
    { BOOKPLATE_SECRET: secret },
    { database: server.database, clock: server.clock },
  );
  try {
    for (const { browser } of [other, namesake]) {
      const refresh = { refreshToken: session.refreshToken };
      expect((await browser().post("/auth/refresh", refresh, { origin: null })).body).toMatchObject({
        code: "refresh-invalid",
      });
      expect((await browser().get("/me", { accessToken: session.accessToken })).status).toBe(401);
      await browser().post("/auth/logout", refresh, { origin: null });
    }
  } finally {
    await namesake.close();
    await other.close();
  }
  queries = 0;
  expect((await server.browser().get("/me", { accessToken: session.accessToken })).status).toBe(200);
  expect(queries).toBeGreaterThan(0);
});

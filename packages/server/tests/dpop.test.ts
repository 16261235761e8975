import { connect } from "node:net";
import { decodeJwt } from "jose";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createKeyHolder, type Deviation, hashOf, type KeyHolder } from "./support/dpop.ts";
import { alice, registerAndVerify, tokenOf } from "./support/people.ts";
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
  session = await signIn(phone);
});
afterAll(() => server.close());

const credentials = { email: alice.email, password: alice.password, delivery: "body" };

async function signIn(holder: KeyHolder): Promise<SessionAnswer> {
  const answer = await holder.send<SessionAnswer>("POST", "/auth/login", { body: credentials });
  expect(answer.status).toBe(200);
  return answer.body;
}

function refused(error: string) {
  return {
    status: 401,
    body: expect.objectContaining({ code: "unauthenticated" }),
    headers: expect.toSatisfy((headers: Headers) =>
      (headers.get("www-authenticate") ?? "").startsWith(`DPoP error="${error}", algs="ES256`),
    ),
  };
}

const facts = (holder: KeyHolder, accessToken: string, deviation?: Deviation) =>
  holder.send("GET", "/auth/session", { accessToken, ...(deviation && { deviation }) });

describe("a session that begins with a proof", () => {
  test("is bound to the key, and says so", () => {
    expect(session.tokenType).toBe("DPoP");
    expect(decodeJwt(session.accessToken).cnf).toEqual({ jkt: phone.thumbprint });
  });

  test.each(["ES256", "Ed25519", "EdDSA"])("may have a key for %s", async (alg) => {
    const holder = await createKeyHolder(server, alg);
    const bound = await signIn(holder);
    expect(decodeJwt(bound.accessToken).cnf).toEqual({ jkt: holder.thumbprint });
    expect((await facts(holder, bound.accessToken)).status).toBe(200);
  });

  test("is a guest's, too, whose chats come along when the same key signs in", async () => {
    const guest = await phone.send<SessionAnswer>("POST", "/auth/guest", { body: { delivery: "body" } });
    expect(guest).toMatchObject({ status: 201, body: { tokenType: "DPoP" } });
    const { accessToken } = guest.body;
    await phone.send("POST", "/conversations", { body: {}, accessToken });
    const stolen = await server.browser().post("/auth/login", credentials, { accessToken });
    expect(stolen).toMatchObject(refused("invalid_token"));
    const signedIn = await phone.send<SessionAnswer>("POST", "/auth/login", {
      body: credentials,
      accessToken,
    });
    expect(signedIn).toMatchObject({
      status: 200,
      body: { tokenType: "DPoP", merged: { conversations: 1 } },
    });
  });

  test("is what proving an address brings", async () => {
    const dora = { ...alice, email: "dora@example.org", name: "Dora" };
    const { body } = await phone.send<{ registrationProof: string }>("POST", "/auth/register", {
      body: { ...dora, delivery: "body" },
    });
    const letter = await server.letter(dora.email, "verify-registration");
    const verified = await phone.send<{ session: SessionAnswer }>("POST", "/auth/verify-email", {
      body: { token: tokenOf(letter), registrationProof: body.registrationProof, delivery: "body" },
    });
    expect(verified).toMatchObject({ status: 200, body: { session: { tokenType: "DPoP" } } });
    expect((await facts(phone, verified.body.session.accessToken)).status).toBe(200);
  });

  test("cannot be delivered as a cookie", async () => {
    const body = { email: alice.email, password: alice.password };
    for (const [path, sent] of [
      ["/auth/login", body],
      ["/auth/guest", {}],
    ] as const) {
      expect(await phone.send("POST", path, { body: sent })).toMatchObject({
        status: 422,
        body: { code: "validation-failed", errors: [{ field: "delivery", code: "value-invalid" }] },
      });
    }
  });

  test("begins once per proof", async () => {
    const body = { delivery: "body" };
    const proof = await phone.prove("POST", `${server.url}/api/v1/auth/guest`);
    expect((await phone.send("POST", "/auth/guest", { body, proof })).status).toBe(201);
    expect(await phone.send("POST", "/auth/guest", { body, proof })).toMatchObject(
      refused("invalid_dpop_proof"),
    );
  });

  test("does not begin with a proof that does not count", async () => {
    const stale = { claims: { htm: "GET" } };
    for (const [path, body] of [
      ["/auth/login", credentials],
      ["/auth/guest", { delivery: "body" }],
    ] as const) {
      expect(await phone.send("POST", path, { body, deviation: stale })).toMatchObject(
        refused("invalid_dpop_proof"),
      );
    }
  });
});

describe("a bound access token", () => {
  test("works with the scheme DPoP and a proof for it", async () => {
    expect(await facts(phone, session.accessToken)).toMatchObject({ status: 200 });
    expect(await phone.send("GET", "/me", session)).toMatchObject({
      status: 200,
      body: { email: alice.email },
    });
  });

  test("is refused as Bearer, also with a proof, on every kind of route", async () => {
    const { accessToken } = session;
    const browser = server.browser();
    const dpop = await phone.prove("GET", `${server.url}/api/v1/me`, accessToken);
    expect(await browser.get("/me", { accessToken })).toMatchObject(refused("invalid_token"));
    expect(await browser.get("/me", { accessToken, headers: { dpop } })).toMatchObject(
      refused("invalid_token"),
    );
    expect(await browser.post("/auth/guest", { delivery: "body" })).toMatchObject({ status: 201 });
    expect(await browser.post("/auth/login", credentials, { accessToken })).toMatchObject(
      refused("invalid_token"),
    );
    expect(await browser.post("/auth/logout", {}, { accessToken })).toMatchObject(refused("invalid_token"));
    expect((await facts(phone, accessToken)).status).toBe(200);
  });

  test("is refused without a proof, and with two", async () => {
    const { accessToken } = session;
    const authorization = `DPoP ${accessToken}`;
    const alone = await server.browser().get("/me", { headers: { authorization } });
    expect(alone).toMatchObject(refused("invalid_dpop_proof"));
    const url = `${server.url}/api/v1/me`;
    const proofs = [await phone.prove("GET", url, accessToken), await phone.prove("GET", url, accessToken)];
    const head = await rawRequest("/api/v1/me", [
      `Authorization: ${authorization}`,
      ...proofs.map((proof) => `DPoP: ${proof}`),
    ]);
    expect(head).toMatch(/^HTTP\/1.1 401 /);
    expect(head).toMatch(/www-authenticate: DPoP error="invalid_dpop_proof"/i);
  });

  test("is refused with a proof of another key", async () => {
    expect(await facts(thief, session.accessToken)).toMatchObject(refused("invalid_dpop_proof"));
  });

  test("that is not bound is refused with the scheme DPoP", async () => {
    const { body } = await server.browser().post<SessionAnswer>("/auth/login", credentials);
    expect(body.tokenType).toBe("Bearer");
    expect(await facts(phone, body.accessToken)).toMatchObject(refused("invalid_token"));
  });

  test("is not what a proof is taken for", async () => {
    const proof = await phone.prove("GET", `${server.url}/api/v1/auth/session`, session.accessToken);
    for (const scheme of ["Bearer", "DPoP"]) {
      const answer = await server.browser().get("/auth/session", {
        headers: { authorization: `${scheme} ${proof}`, dpop: proof },
      });
      expect(answer).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
    }
  });
});

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
    const head = await rawRequest("/api/v1/me", [
      `Authorization: DPoP ${session.accessToken}`,
      `DPoP: ${"x".repeat(10 * 1024 * 1024)}`,
    ]);
    expect(head).toMatch(/^HTTP\/1.1 431 /);
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
    const own = await rawRequest("/api/v1/me", await lines(`${server.url}/api/v1/me`));
    expect(own).toMatch(/^HTTP\/1.1 200 /);
    const foreign = await rawRequest("/api/v1/me", await lines("http://elsewhere.example/api/v1/me"));
    expect(foreign).toMatch(/^HTTP\/1.1 401 /);
  });
});

describe("a bound session goes on", () => {
  const refresh = (holder: KeyHolder, refreshToken: string | undefined) =>
    holder.send<SessionAnswer>("POST", "/auth/refresh", { body: { refreshToken } });

  test("with a proof of its key, and stays bound", async () => {
    const begun = await signIn(phone);
    server.clock.advance(61_000);
    const next = await refresh(phone, begun.refreshToken);
    expect(next).toMatchObject({ status: 200, body: { tokenType: "DPoP" } });
    expect(next.body.refreshToken).not.toBe(begun.refreshToken);
    expect(decodeJwt(next.body.accessToken).cnf).toEqual({ jkt: phone.thumbprint });
    expect(await facts(phone, next.body.accessToken)).toMatchObject({ status: 200 });
  });

  test("with no other key and not without one, and is none the worse for the attempt", async () => {
    const begun = await signIn(phone);
    server.clock.advance(61_000);
    const { refreshToken } = begun;
    expect(await refresh(thief, refreshToken)).toMatchObject(refused("invalid_dpop_proof"));
    expect(await server.browser().post("/auth/refresh", { refreshToken })).toMatchObject(
      refused("invalid_token"),
    );
    const { rows } = await sql<{ refreshCounter: number }>`
      select refresh_counter from session where id = ${decodeJwt(begun.accessToken).sid}::uuid`.execute(
      server.database.db,
    );
    expect(rows).toEqual([{ refreshCounter: 1 }]);
    expect(await refresh(phone, refreshToken)).toMatchObject({ status: 200 });
  });

  test("after a thief's replay within the grace, which brings the thief nothing", async () => {
    const begun = await signIn(phone);
    server.clock.advance(61_000);
    const next = await refresh(phone, begun.refreshToken);
    expect(await refresh(thief, begun.refreshToken)).toMatchObject(refused("invalid_dpop_proof"));
    server.clock.advance(61_000);
    expect(await refresh(phone, next.body.refreshToken)).toMatchObject({ status: 200 });
  });

  test("and is still bound after its owner has proven again who they are", async () => {
    const begun = await signIn(phone);
    const { body } = await phone.send<SessionAnswer>("POST", "/auth/step-up", {
      body: { password: alice.password },
      accessToken: begun.accessToken,
    });
    expect(body.tokenType).toBe("DPoP");
    expect(await server.browser().get("/me", body)).toMatchObject(refused("invalid_token"));
    expect(await facts(thief, body.accessToken)).toMatchObject(refused("invalid_dpop_proof"));
    expect((await facts(phone, body.accessToken)).status).toBe(200);
  });

  test("once per proof", async () => {
    const { refreshToken } = await signIn(phone);
    const proof = await phone.prove("POST", `${server.url}/api/v1/auth/refresh`);
    const send = () => phone.send("POST", "/auth/refresh", { body: { refreshToken }, proof });
    expect(await send()).toMatchObject({ status: 200 });
    expect(await send()).toMatchObject(refused("invalid_dpop_proof"));
  });

  test("which one without a key does not, with a proof", async () => {
    const { body } = await server.browser().post<SessionAnswer>("/auth/login", credentials);
    expect(await refresh(phone, body.refreshToken)).toMatchObject(refused("invalid_token"));
    expect(await server.browser().post("/auth/refresh", { refreshToken: body.refreshToken })).toMatchObject({
      status: 200,
      body: { tokenType: "Bearer" },
    });
  });

  test("until it is signed out, by its token with a proof, or by its refresh token", async () => {
    const [first, second] = [await signIn(phone), await signIn(phone)];
    expect(await facts(thief, first.accessToken)).toMatchObject({ status: 401 });
    expect(await thief.send("POST", "/auth/logout", { body: {}, ...first })).toMatchObject({ status: 401 });
    const { refreshToken } = second;
    expect(await server.browser().post("/auth/logout", { refreshToken })).toMatchObject({ status: 204 });
    expect(
      await phone.send("POST", "/auth/logout", { body: {}, accessToken: first.accessToken }),
    ).toMatchObject({
      status: 204,
    });
    for (const { accessToken } of [first, second]) {
      expect(await facts(phone, accessToken)).toMatchObject({ status: 401, body: { code: "session-ended" } });
    }
  });
});

describe("where nonces are asked for", () => {
  let strict: TestServer;
  let holder: KeyHolder;
  beforeAll(async () => {
    strict = await startTestServer({ DPOP_NONCE: "on", EMAIL_VERIFICATION: "off" });
    holder = await createKeyHolder(strict);
  });
  afterAll(() => strict.close());

  const guest = (nonce?: string, claims = {}) =>
    holder.send<SessionAnswer>("POST", "/auth/guest", {
      body: { delivery: "body" },
      deviation: { claims: { nonce, ...claims } },
    });
  async function challenged(): Promise<string> {
    const answer = await guest();
    expect(answer).toMatchObject(refused("use_dpop_nonce"));
    return answer.headers.get("dpop-nonce") ?? "";
  }

  test("a proof without one is answered with one, and with it the next proof counts", async () => {
    const nonce = await challenged();
    const { status, body, headers } = await guest(nonce);
    expect(status).toBe(201);
    expect(headers.get("dpop-nonce")).toBeTruthy();
    expect(await holder.send("GET", "/me", body)).toMatchObject(refused("use_dpop_nonce"));
    const deviation = { claims: { nonce } };
    expect((await holder.send("GET", "/me", { ...body, deviation })).status).toBe(200);
    const { refreshToken } = body;
    const refresh = { body: { refreshToken } };
    expect(await holder.send("POST", "/auth/refresh", refresh)).toMatchObject(refused("use_dpop_nonce"));
    expect((await holder.send("POST", "/auth/refresh", { ...refresh, deviation })).status).toBe(200);
  });

  test("a nonce is good for a minute at least and two at most", async () => {
    const nonce = await challenged();
    strict.clock.advance(60_000);
    expect((await guest(nonce)).status).toBe(201);
    strict.clock.advance(61_000);
    expect(await guest(nonce)).toMatchObject(refused("use_dpop_nonce"));
  });

  test("a nonce that somebody made up is no nonce", async () => {
    const nonce = await challenged();
    for (const wrong of ["x", "", nonce.slice(1), `${nonce}A`, `${nonce}=`, 7, null]) {
      expect(
        await holder.send("POST", "/auth/guest", {
          body: { delivery: "body" },
          deviation: { claims: { nonce: wrong } },
        }),
      ).toMatchObject(refused("use_dpop_nonce"));
    }
  });

  test("an account that is made at once is bound, too", async () => {
    const deviation = { claims: { nonce: await challenged() } };
    const body = { ...alice, delivery: "body" };
    const answer = await holder.send<SessionAnswer>("POST", "/auth/register", { body, deviation });
    expect(answer).toMatchObject({ status: 201, body: { tokenType: "DPoP" } });
    expect((await holder.send("GET", "/me", { ...answer.body, deviation })).status).toBe(200);
  });

  test("a page without a proof is answered without one", async () => {
    const answer = await strict.browser().post("/auth/guest");
    expect(answer.status).toBe(201);
    expect(answer.headers.has("dpop-nonce")).toBe(false);
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

test("pages of other origins may send proofs, and read nonces and challenges", async () => {
  const { headers } = await server.browser().send("OPTIONS", "/auth/login");
  expect(headers.get("access-control-allow-headers")).toContain("DPoP");
  const exposed = (await server.browser().get("/me")).headers.get("access-control-expose-headers");
  expect(exposed).toContain("DPoP-Nonce");
  expect(exposed).toContain("WWW-Authenticate");
});

test("a bound token that has expired is called expired, in both schemes", async () => {
  server.clock.advance(16 * 60_000);
  const late = await facts(phone, session.accessToken);
  expect(late).toMatchObject({ status: 401, body: { code: "token-expired" } });
  expect(late.headers.get("www-authenticate")).toMatch(
    /^Bearer error="invalid_token".*, DPoP error="invalid_token"/,
  );
});

/** A request as the test writes it, line by line. @returns the head of the answer */
async function rawRequest(path: string, lines: readonly string[]): Promise<string> {
  const host = lines.some((line) => line.startsWith("Host:")) ? [] : ["Host: localhost"];
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1", () => {
      socket.write([`GET ${path} HTTP/1.1`, ...host, ...lines, "Connection: close", "", ""].join("\r\n"));
    });
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk.toString();
    });
    socket.on("close", () => resolve(text.split("\r\n\r\n")[0] ?? ""));
    // Refused before everything was written: the answer was read already.
    socket.on("error", (error) => (text === "" ? reject(error) : resolve(text)));
  });
}

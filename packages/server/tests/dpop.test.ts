import { decodeJwt } from "jose";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createKeyHolder, facts, type KeyHolder, refused, signInWithKey } from "./support/dpop.ts";
import { alice, registerAndVerify, tokenOf } from "./support/people.ts";
import { requestRaw } from "./support/raw-request.ts";
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
  session = await signInWithKey(phone, alice);
});
afterAll(() => server.close());

const credentials = { email: alice.email, password: alice.password, delivery: "body" };

describe("a session that begins with a proof", () => {
  test("is bound to the key, and says so", () => {
    expect(session.tokenType).toBe("DPoP");
    expect(decodeJwt(session.accessToken).cnf).toEqual({ jkt: phone.thumbprint });
  });

  test.each(["ES256", "Ed25519", "EdDSA"])("may have a key for %s", async (alg) => {
    const holder = await createKeyHolder(server, alg);
    const bound = await signInWithKey(holder, alice);
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
    const { status, head } = await requestRaw(server.url, "GET /api/v1/me", [
      `Authorization: ${authorization}`,
      ...proofs.map((proof) => `DPoP: ${proof}`),
    ]);
    expect(status).toBe(401);
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

describe("a bound session goes on", () => {
  const refresh = (holder: KeyHolder, refreshToken: string | undefined) =>
    holder.send<SessionAnswer>("POST", "/auth/refresh", { body: { refreshToken } });

  test("with a proof of its key, and stays bound", async () => {
    const begun = await signInWithKey(phone, alice);
    server.clock.advance(61_000);
    const next = await refresh(phone, begun.refreshToken);
    expect(next).toMatchObject({ status: 200, body: { tokenType: "DPoP" } });
    expect(next.body.refreshToken).not.toBe(begun.refreshToken);
    expect(decodeJwt(next.body.accessToken).cnf).toEqual({ jkt: phone.thumbprint });
    expect(await facts(phone, next.body.accessToken)).toMatchObject({ status: 200 });
  });

  test("with no other key and not without one, and is none the worse for the attempt", async () => {
    const begun = await signInWithKey(phone, alice);
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
    const begun = await signInWithKey(phone, alice);
    server.clock.advance(61_000);
    const next = await refresh(phone, begun.refreshToken);
    expect(await refresh(thief, begun.refreshToken)).toMatchObject(refused("invalid_dpop_proof"));
    server.clock.advance(61_000);
    expect(await refresh(phone, next.body.refreshToken)).toMatchObject({ status: 200 });
  });

  test("and is still bound after its owner has proven again who they are", async () => {
    const begun = await signInWithKey(phone, alice);
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
    const { refreshToken } = await signInWithKey(phone, alice);
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
    const [first, second] = [await signInWithKey(phone, alice), await signInWithKey(phone, alice)];
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

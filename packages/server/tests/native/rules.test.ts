import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../../src/sessions/schemas.ts";
import { createKeyHolder } from "../support/dpop.ts";
import { alice, registerAndVerify } from "../support/people.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let session: SessionAnswer;
beforeAll(async () => {
  server = await startTestServer({ LIMITS: "on" });
  session = await registerAndVerify(server, alice, { delivery: "body" });
});
afterAll(() => server.close());

const native = (path: string, body: unknown, options = {}) =>
  server.browser().post<Record<string, unknown>>(`/api/auth${path}`, body, options);

test("Better Auth's own cookie and its raw token open nothing", async () => {
  const { id, token } = await server.database.db
    .selectFrom("session")
    .select(["id", "token"])
    .where("userId", "=", session.account.id)
    .executeTakeFirstOrThrow();
  expect(token).not.toBe(id);
  for (const name of ["better-auth.session_token", "bookplate-native.session_token"]) {
    for (const value of [token, `${token}.AAAA`, session.accessToken]) {
      const { body } = await server
        .browser()
        .get("/api/auth/get-session", { headers: { cookie: `${name}=${encodeURIComponent(value)}` } });
      expect(body).toBeNull();
    }
  }
  const asBearer = await server.browser().get("/api/auth/get-session", { accessToken: token });
  expect(asBearer.status).toBe(401);
});

test("a token that is there must be good; it is not ignored", async () => {
  const { status, body } = await server
    .browser()
    .get("/api/auth/get-session", { accessToken: `${session.accessToken}x` });
  expect(status).toBe(401);
  expect(body.code).toBe("unauthenticated");
});

test("a known and an unknown address get the same answer to a sign-up", async () => {
  const signUp = (email: string) =>
    native("/sign-up/email", { name: "Dora", email, password: alice.password });
  const known = await signUp(alice.email);
  const unknown = await signUp("dora@example.org");
  expect(known.status).toBe(unknown.status);
  const shape = (value: unknown): unknown =>
    typeof value === "object" && value !== null
      ? Object.entries(value).map(([key, part]) => [key, shape(part)])
      : typeof value;
  expect(shape(known.body)).toEqual(shape(unknown.body));
  const constant = ({ body: { user } }: typeof known) => ({
    ...(user as object),
    id: 0,
    email: 0,
    createdAt: 0,
    updatedAt: 0,
  });
  expect(constant(known)).toEqual(constant(unknown));
  expect([...known.headers.keys()]).toEqual([...unknown.headers.keys()]);
});

test("an address that is not proven is not signed in, and no user exists for it", async () => {
  const email = "erna@example.org";
  await native("/sign-up/email", { name: "Erna", email, password: alice.password });
  const { status, body } = await native("/sign-in/email", { email, password: alice.password });
  expect(status).toBe(401);
  expect(body.code).toBe("INVALID_EMAIL_OR_PASSWORD");
  const users = await server.database.db.selectFrom("user").select("id").where("email", "=", email).execute();
  expect(users).toEqual([]);
});

test("whoever is banned hears why, after a right password only", async () => {
  const { db } = server.database;
  await db
    .updateTable("user")
    .set({ banned: true, banReason: "spam" })
    .where("email", "=", alice.email)
    .execute();
  const right = await native("/sign-in/email", { email: alice.email, password: alice.password });
  const wrong = await native("/sign-in/email", { email: alice.email, password: "not the password" });
  await db
    .updateTable("user")
    .set({ banned: false, banReason: null })
    .where("email", "=", alice.email)
    .execute();
  expect(right.status).toBe(403);
  expect(right.body).toMatchObject({ code: "BANNED_USER", reason: "spam" });
  expect(wrong.body.code).toBe("INVALID_EMAIL_OR_PASSWORD");
});

test("a foreign origin changes nothing, and an allowed one reads the tokens' headers", async () => {
  const body = { email: alice.email, password: alice.password };
  const foreign = await native("/sign-in/email", body, { origin: "https://evil.example" });
  expect(foreign.status).toBe(403);
  expect(foreign.body.code).toBe("origin-not-allowed");
  const own = await native("/sign-in/email", body);
  expect(own.headers.get("access-control-expose-headers")).toMatch(/Set-Auth-Token, Set-Refresh-Token/);
  const handedOver = await server.browser().get("/api/auth/ok");
  expect(handedOver.headers.get("access-control-allow-origin")).toBe(server.url);
});

test("a form, text and a long body are refused before anybody reads them", async () => {
  const form = await native("/sign-in/email", "email=a", {
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  expect(form.status).toBe(415);
  expect((await native("/passkey/verify-authentication", "{")).status).toBe(400);
  expect((await native("/sign-in/email", { email: "a".repeat(70_000) })).status).toBe(413);
});

test("a session that begins natively can be bound to a key", async () => {
  const holder = await createKeyHolder(server);
  const url = `${server.url}/api/auth/sign-in/email`;
  const dpop = await holder.prove("POST", url);
  const { body } = await native(
    "/sign-in/email",
    { email: alice.email, password: alice.password },
    { headers: { dpop } },
  );
  const accessToken = String(body.token);
  expect((await server.browser().get("/api/auth/get-session", { accessToken })).status).toBe(401);
  const proof = await holder.prove("GET", `${server.url}/api/auth/get-session`, accessToken);
  const bound = await server
    .browser()
    .get("/api/auth/get-session", { headers: { authorization: `DPoP ${accessToken}`, dpop: proof } });
  expect(bound.body).toMatchObject({ user: { email: alice.email } });
});

test("failed sign-ins here and under /api/v1 count together", async () => {
  const guess = { email: alice.email, password: "not the password" };
  const tries = [];
  for (let round = 0; round < 6; round += 1) {
    tries.push(await native("/sign-in/email", guess), await server.browser().post("/auth/login", guess));
  }
  expect(tries.map(({ status }) => status)).toContain(429);
  const refused = await native("/sign-in/email", { email: alice.email, password: alice.password });
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).not.toBeNull();
});

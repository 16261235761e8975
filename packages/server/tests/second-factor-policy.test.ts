import { decodeJwt } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { person, registerAndVerify } from "./support/people.ts";
import { codeOf, secondStep, totpStepMs, turnOnTotp } from "./support/second-factor.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ SECOND_FACTOR_REQUIRED: "moderator,admin" });
});
afterAll(() => server.close());

const carol = person("Carol");

async function signIn(body: object = {}) {
  const { email, password } = carol;
  const login = { email, password, delivery: "body", ...body };
  return (
    await server
      .browser()
      .post<SessionAnswer & { refreshToken: string; challenge?: string }>("/auth/login", login)
  ).body;
}
const refresh = (refreshToken: string) =>
  server.browser().post<SessionAnswer & { refreshToken: string }>("/auth/refresh", { refreshToken });

test("whose role needs a second factor is a reader like any other until there is one", async () => {
  await registerAndVerify(server, carol);
  await server.database.db
    .updateTable("user")
    .set({ role: "admin" })
    .where("email", "=", carol.email)
    .execute();
  const session = await signIn();
  expect(session).toMatchObject({ secondFactorSetUpRequired: true, account: { role: "admin" } });
  expect(decodeJwt(session.accessToken)).toMatchObject({ role: "user" });
  expect((await server.browser().get("/auth/session", session)).body).toMatchObject({ role: "user" });
  const methods = await server.browser().get("/me/sign-in-methods", session);
  expect(methods.body).toMatchObject({ secondFactor: { totp: false, required: true } });

  // Turning it on makes the token stale, as every change of a role does.
  const { secret } = await turnOnTotp(server, session.accessToken);
  expect(await server.browser().get("/me", session)).toMatchObject({
    status: 401,
    body: { code: "token-stale" },
  });
  const refreshed = await refresh(session.refreshToken);
  expect(decodeJwt(refreshed.body.accessToken)).toMatchObject({ role: "admin" });
  expect(refreshed.body).not.toHaveProperty("secondFactorSetUpRequired");

  const { challenge } = await signIn();
  server.clock.advance(totpStepMs);
  const done = await secondStep(server.browser(), { challenge, code: codeOf(secret, server.clock) });
  expect(decodeJwt(done.body.accessToken)).toMatchObject({ role: "admin" });

  // Turning it off takes the role away again, from tokens that are out there, too.
  const off = await server.browser().send("DELETE", "/me/second-factor", { ...done.body, body: {} });
  expect(off.status).toBe(204);
  expect(await server.browser().get("/me", done.body)).toMatchObject({ body: { code: "token-stale" } });
  const after = await refresh(done.body.refreshToken);
  expect(decodeJwt(after.body.accessToken)).toMatchObject({ role: "user" });
  expect(after.body).toMatchObject({ secondFactorSetUpRequired: true });
});

test("who has another role is not asked for one", async () => {
  const session = await registerAndVerify(server, person("Alice"));
  expect(session).not.toHaveProperty("secondFactorSetUpRequired");
  expect(decodeJwt(session.accessToken)).toMatchObject({ role: "user" });
});

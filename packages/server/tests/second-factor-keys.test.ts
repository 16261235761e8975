import { decodeJwt } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createKeyHolder } from "./support/dpop.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { codeOf, secondStep, type TurnedOn, totpStepMs, turnOnTotp } from "./support/second-factor.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let factor: TurnedOn;
beforeAll(async () => {
  server = await startTestServer();
  const { accessToken } = await registerAndVerify(server, alice);
  factor = await turnOnTotp(server, accessToken);
});
afterAll(() => server.close());

const dead = { status: 400, body: { code: "token-invalid" } };

test("a sign-in that began with a key is finished with it alone, and its session is bound to it", async () => {
  const holder = await createKeyHolder(server);
  const { email, password } = alice;
  const login = { email, password, delivery: "body" };
  const { body } = await holder.send<{ challenge: string }>("POST", "/auth/login", { body: login });
  server.clock.advance(totpStepMs);
  const step = { challenge: body.challenge, code: codeOf(factor.secret, server.clock) };
  expect(await secondStep(server.browser(), step)).toMatchObject(dead);
  const thief = await createKeyHolder(server);
  const shown = { method: "totp", ...step };
  expect(await thief.send("POST", "/auth/second-factor", { body: shown })).toMatchObject(dead);
  const done = await holder.send<SessionAnswer>("POST", "/auth/second-factor", { body: shown });
  expect(done).toMatchObject({ status: 200, body: { tokenType: "DPoP" } });
  expect(decodeJwt(done.body.accessToken).cnf).toEqual({ jkt: holder.thumbprint });
});

test("a key and a cookie do not go together in the second step either", async () => {
  const holder = await createKeyHolder(server);
  const { email, password } = alice;
  const first = await server
    .browser()
    .post<{ challenge: string }>("/auth/login", { email, password, delivery: "body" });
  server.clock.advance(totpStepMs);
  const code = codeOf(factor.secret, server.clock);
  const step = { challenge: first.body.challenge, method: "totp", code, delivery: "cookie" };
  expect(await holder.send("POST", "/auth/second-factor", { body: step })).toMatchObject(dead);
});

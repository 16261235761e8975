import { decodeJwt } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAudit } from "../src/audit/audit.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { alice, bob, registerAndVerify, tokenOf } from "./support/people.ts";
import { codeOf } from "./support/second-factor.ts";
import { startTestServer, type TestServer } from "./support/server.ts";
import { askInBetween } from "./support/waiting-requests.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** A device's sign-out that has ended its session when the request comes, and is recorded while the request waits. */
const whileAnotherDeviceSignsOut = <T>(userId: string, request: () => Promise<T>): Promise<T> =>
  askInBetween(
    server,
    (trx) => {
      const other = trx
        .selectFrom("session")
        .select("id")
        .where("userId", "=", userId)
        .orderBy("id")
        .limit(1);
      return trx.deleteFrom("session").where("id", "in", other).execute();
    },
    request,
    (trx) => createAudit({ clock: server.clock }).record(trx, { kind: "signed-out", userId }),
  );

test("a password is changed while another device signs out, and neither waits for the other", async () => {
  await registerAndVerify(server, alice);
  const { email, password } = alice;
  const browser = server.browser();
  const { body: session } = await browser.post<{ accessToken: string; account: { id: string } }>(
    "/auth/login",
    { email, password },
  );
  const change = { currentPassword: password, newPassword: bob.password };
  const answer = await whileAnotherDeviceSignsOut(session.account.id, () =>
    browser.post("/auth/password/change", change, { accessToken: session.accessToken }),
  );
  expect(answer.status).toBe(200);
});

test("a password is reset while a device signs out, and neither waits for the other", async () => {
  const session = await registerAndVerify(server, bob);
  await server.browser().post("/auth/password/forgot", { email: bob.email });
  const token = tokenOf(await server.letter(bob.email, "password-reset"));
  const answer = await whileAnotherDeviceSignsOut(session.account.id, () =>
    server.browser().post("/auth/password/reset", { token, password: alice.password }),
  );
  expect(answer.status).toBe(204);
});

test("the second factor is turned on while another device signs out, and neither waits for the other", async () => {
  const { email, password } = { ...alice, email: "tora@example.org" };
  await registerAndVerify(server, { ...alice, email });
  const browser = server.browser();
  const { body } = await browser.post<SessionAnswer>("/auth/login", { email, password });
  const { accessToken, account } = body;
  const begun = await browser.post<{ secret: string }>("/me/second-factor/totp", undefined, { accessToken });
  const answer = await whileAnotherDeviceSignsOut(account.id, () => {
    const code = codeOf(begun.body.secret, server.clock);
    return browser.post("/me/second-factor/totp/confirm", { code }, { accessToken });
  });
  expect(answer.status).toBe(200);
});

test("a session that is just being ended holds up nobody else's refresh", async () => {
  const signIn = async () => {
    const given = { email: bob.email, password: alice.password, delivery: "body" };
    const { body } = await server
      .browser()
      .post<{ accessToken: string; refreshToken: string }>("/auth/login", given);
    return body;
  };
  // As an app does, whose turns are made together with those of others.
  const refresh = async ({ refreshToken }: { refreshToken: string }) => {
    const { status } = await fetch(`${server.url}/api/v1/auth/refresh`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ refreshToken }),
    });
    return status;
  };
  const ending = await signIn();
  const others = [await signIn(), await signIn(), await signIn()];
  const { sid } = decodeJwt<{ sid: string }>(ending.accessToken);
  server.clock.advance(61_000);
  const late = await server.database.db.transaction().execute(async (trx) => {
    await trx.deleteFrom("session").where("id", "=", sid).execute();
    const asked = [refresh(ending)];
    expect(await Promise.all(others.map(refresh))).toEqual([200, 200, 200]);
    return asked;
  });
  expect(await Promise.all(late)).toEqual([401]);
});

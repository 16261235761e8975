import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createKeyHolder, type KeyHolder, refused } from "./support/dpop.ts";
import { alice } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

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

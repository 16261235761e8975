import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { appOf } from "./support/app.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const second = 1000;
const day = 24 * 60 * 60 * second;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  server.clock.standStill();
  await registerAndVerify(server, alice);
});
afterAll(() => server.close());

const { login, refresh, rotate, look } = appOf(() => server, alice);
let first: SessionAnswer;
beforeEach(async () => {
  first = await login();
});

describe("signing out", () => {
  test("ends the session at once, for its refresh and its access token, and can be repeated", async () => {
    const browser = server.browser();
    expect((await browser.post("/auth/logout", {}, { accessToken: first.accessToken })).status).toBe(204);
    expect((await look(first.accessToken)).body).toMatchObject({ code: "session-ended" });
    expect((await refresh(first.refreshToken)).body).toMatchObject({ code: "refresh-invalid" });
    expect((await browser.post("/auth/logout", {}, { accessToken: first.accessToken })).status).toBe(204);
    expect((await browser.post("/auth/logout", { refreshToken: first.refreshToken })).status).toBe(204);
    expect((await server.browser().post("/auth/logout")).status).toBe(204);
  });

  test("works with a superseded token and with an access token that has expired", async () => {
    const successor = await rotate(first.refreshToken);
    await server.browser().post("/auth/logout", { refreshToken: first.refreshToken });
    expect((await refresh(successor)).body).toMatchObject({ code: "refresh-invalid" });
    const other = await login();
    server.clock.advance(3600 * second);
    expect((await server.browser().post("/auth/logout", {}, { accessToken: other.accessToken })).status).toBe(
      204,
    );
    expect((await refresh(other.refreshToken)).body).toMatchObject({ code: "refresh-invalid" });
  });

  test("everywhere ends the other devices too", async () => {
    const other = await login();
    await server.browser().post("/auth/logout", { everywhere: true }, { accessToken: first.accessToken });
    expect((await look(other.accessToken)).body).toMatchObject({ code: "session-ended" });
    expect((await refresh(other.refreshToken)).body).toMatchObject({ code: "refresh-invalid" });
  });

  test("everywhere, by a token whose session has ended by itself, ends nothing", async () => {
    server.clock.advance(7 * day + second);
    const living = await login();
    const answer = await server
      .browser()
      .post("/auth/logout", { everywhere: true, refreshToken: first.refreshToken });
    expect(answer.status).toBe(204);
    expect((await refresh(living.refreshToken)).status).toBe(200);
  });

  test("in a race with refreshes leaves no living token", async () => {
    for (let round = 0; round < 20; round += 1) {
      const session = await login();
      server.clock.advance(61 * second);
      const [, ...refreshed] = await Promise.all([
        server.browser().post("/auth/logout", { refreshToken: session.refreshToken }),
        refresh(session.refreshToken),
        refresh(session.refreshToken),
      ]);
      for (const { status, body } of refreshed) {
        if (status !== 200) continue;
        expect((await look(body.accessToken)).status).toBe(401);
        expect((await refresh(body.refreshToken)).status).toBe(401);
      }
    }
  });
});

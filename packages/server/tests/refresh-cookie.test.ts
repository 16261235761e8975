import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await registerAndVerify(server, alice);
});
afterAll(() => server.close());

/** Less what passed between the sign-in and its answer. */
function expectSevenDays(cookie = ""): void {
  const [, maxAge] = /; Max-Age=(\d+);/.exec(cookie) ?? [];
  const lost = 7 * 24 * 60 * 60 - Number(maxAge);
  expect(lost).toBeGreaterThanOrEqual(0);
  expect(lost).toBeLessThan(60 * 60);
}

describe("the refresh cookie", () => {
  const credentials = { email: alice.email, password: alice.password };

  test("is HttpOnly, Lax, for this origin alone, and is cleared with the same attributes", async () => {
    const browser = server.browser();
    const { headers } = await browser.post("/auth/login", credentials);
    const set = headers.getSetCookie().find((line) => /^bookplate=bpr_/.test(line));
    expect(set).toMatch(/; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
    expectSevenDays(set);
    const out = await browser.post("/auth/logout");
    expect(out.headers.getSetCookie()).toContain("bookplate=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax");
    expect(browser.cookies.has("bookplate")).toBe(false);
  });

  test("comes with a hint that pages can read, which says nothing of whose session it is and goes with it", async () => {
    const browser = server.browser();
    const { headers } = await browser.post("/auth/login", credentials);
    const hint = headers.getSetCookie().find((line) => line.startsWith("bookplate-hint="));
    expect(hint).toMatch(/^bookplate-hint=1; Max-Age=\d+; Path=\/; SameSite=Lax$/);
    expectSevenDays(hint);
    const out = await browser.post("/auth/logout");
    expect(out.headers.getSetCookie()).toContain("bookplate-hint=; Max-Age=0; Path=/; SameSite=Lax");
    expect([...browser.cookies.keys()]).toEqual(["bookplate-device"]);
    const inBody = await server.browser().post("/auth/login", { ...credentials, delivery: "body" });
    expect(inBody.headers.getSetCookie().some((line) => line.startsWith("bookplate-hint="))).toBe(false);
  });

  test("acts for the book's own pages only", async () => {
    const browser = server.browser();
    await browser.post("/auth/login", credentials);
    const cookie = browser.cookies.get("bookplate");
    for (const origin of [
      null,
      "null",
      "https://evil.example",
      server.url.replace("http:", "https:"),
      `${server.url}.evil.example`,
    ]) {
      for (const path of ["/auth/refresh", "/auth/logout"]) {
        expect(await browser.post(path, {}, { origin })).toMatchObject({
          status: 403,
          body: { code: "origin-not-allowed" },
        });
      }
    }
    const crossSite = await browser.post(
      "/auth/refresh",
      {},
      { headers: { "sec-fetch-site": "cross-site" } },
    );
    expect(crossSite).toMatchObject({ status: 403, body: { code: "origin-not-allowed" } });
    expect(browser.cookies.get("bookplate")).toBe(cookie);
    expect(
      (await browser.post("/auth/refresh", {}, { headers: { "sec-fetch-site": "same-origin" } })).status,
    ).toBe(200);
  });

  test("and a token in the body together are ambiguous; neither is no session", async () => {
    const browser = server.browser();
    await browser.post("/auth/login", credentials);
    const { body: app } = await server.browser().post<SessionAnswer>("/auth/login", {
      ...credentials,
      delivery: "body",
    });
    expect((await browser.post("/auth/refresh", { refreshToken: app.refreshToken })).body).toMatchObject({
      code: "ambiguous-credentials",
    });
    const nothing = await server.browser().post("/auth/refresh");
    expect(nothing).toMatchObject({ status: 401, body: { code: "refresh-invalid" } });
    expect(nothing.headers.getSetCookie()).toEqual([]);
  });

  test("of a dead account does not hide the guest who uses the browser now", async () => {
    const browser = server.browser();
    await browser.post("/auth/login", credentials);
    const dead = browser.cookies.get("bookplate") ?? "";
    await browser.post("/auth/logout");
    await browser.post("/auth/guest");
    browser.cookies.set("bookplate", dead);
    expect((await browser.post<SessionAnswer>("/auth/refresh")).body.account).toMatchObject({ guest: true });
  });
});

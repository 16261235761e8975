import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { alice } from "./support/people.ts";
import { requestRaw } from "./support/raw-request.ts";
import { startTestServer, type TestServer } from "./support/server.ts";
import { startWatchedServer, type WatchedServer } from "./support/watched-server.ts";

let watched: WatchedServer;
let server: TestServer;
let session: SessionAnswer;
let stranger: SessionAnswer;
beforeAll(async () => {
  watched = await startWatchedServer();
  ({ server, session, stranger } = watched);
});
beforeEach(() => watched.watch());
afterAll(() => watched.close());

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
    await watched.expectNothingHappened();
  });

  test.each([7, [["a"]], { length: 10 }, null, true])("%j where a text belongs", async (value) => {
    const { body } = await server.browser().post("/auth/refresh", { refreshToken: value }, { origin: null });
    expect(body).toMatchObject({ code: "validation-failed" });
    await watched.expectNothingHappened();
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
    await watched.expectNothingHappened();
  });

  test("a cookie that fills the header", async () => {
    const { status } = await requestRaw(server.url, "POST /api/v1/auth/refresh", [
      `Cookie: bookplate=${"A".repeat(20 * 1024)}`,
      `Origin: ${server.url}`,
      "Content-Length: 0",
    ]);
    expect(status).toBe(431);
    await watched.expectNothingHappened();
  });
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
      await watched.expectNothingHappened();
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

import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { TrustedDevice } from "../src/second-factor/schemas.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import type { TestBrowser } from "./support/browser.ts";
import { alice, person, registerAndVerify } from "./support/people.ts";
import { newPassword, recover } from "./support/recovery.ts";
import { codeOf, login, secondStep, type TurnedOn, totpStepMs, turnOnTotp } from "./support/second-factor.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

let server: TestServer;
let session: SessionAnswer;
let factor: TurnedOn;
let reader = alice;
let people = 0;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  people += 1;
  reader = person(`Alice${people}`);
  session = await registerAndVerify(server, reader, { delivery: "body" });
  factor = await turnOnTotp(server, session.accessToken);
});

const cookie = "bookplate-trusted-device";

async function trust(
  browser: TestBrowser,
  who = reader,
  of = factor,
  delivery: "cookie" | "body" = "cookie",
) {
  const { body } = await login(browser, who, { delivery });
  server.clock.advance(totpStepMs);
  const code = codeOf(of.secret, server.clock);
  const done = await secondStep(browser, { challenge: body.challenge, code, trustDevice: true });
  expect(done.status).toBe(200);
  return done.body;
}

const isAsked = async (browser: TestBrowser, who = reader) => {
  const { body } = await login(browser, who, {});
  return body.status === "second-factor-required";
};
const list = async (browser: TestBrowser, accessToken: string) =>
  (await browser.get<{ items: TrustedDevice[] }>("/me/second-factor/trusted-devices", { accessToken })).body
    .items;

describe("a browser that was trusted", () => {
  test("shows a password alone for thirty days, and no other browser does", async () => {
    const browser = server.browser();
    await trust(browser);
    server.clock.advance(30 * day - minute);
    expect(await isAsked(browser)).toBe(false);
    expect(await isAsked(server.browser())).toBe(true);
    server.clock.advance(2 * minute);
    expect(await isAsked(browser)).toBe(true);
  });

  test("is not trusted unless the reader asks for it", async () => {
    const browser = server.browser();
    const { body } = await login(browser, reader, {});
    server.clock.advance(totpStepMs);
    await secondStep(browser, { challenge: body.challenge, code: codeOf(factor.secret, server.clock) });
    expect(browser.cookies.has(cookie)).toBe(false);
    expect(await isAsked(browser)).toBe(true);
  });

  test("does not step up: its sign-in is as old as the last code", async () => {
    const browser = server.browser();
    await trust(browser);
    server.clock.advance(20 * minute);
    const { email, password } = reader;
    const { body } = await browser.post<SessionAnswer>("/auth/login", { email, password });
    const { auth_time: provenAt, iat } = decodeJwt(body.accessToken);
    expect(Number(iat) - Number(provenAt)).toBeGreaterThanOrEqual(20 * 60);
    const off = await browser.send("DELETE", "/me/second-factor", { ...body, body: { password } });
    expect(off).toMatchObject({ status: 403, body: { code: "step-up-required" } });
  });

  test("is the account's own: another account's cookie opens nothing", async () => {
    const other = person(`Bob${people}`);
    const theirs = await turnOnTotp(server, (await registerAndVerify(server, other)).accessToken);
    const browser = server.browser();
    await trust(browser);
    expect(await isAsked(browser, other)).toBe(true);
    // A family's browser: both trust it.
    await trust(browser, other, theirs);
    expect(await isAsked(browser, other)).toBe(false);
    expect(await isAsked(browser)).toBe(false);
  });

  test("never takes over what somebody has planted in it", async () => {
    const browser = server.browser();
    const planted = "p".repeat(43);
    browser.cookies.set(cookie, planted);
    await trust(browser);
    const thief = server.browser();
    thief.cookies.set(cookie, planted);
    expect(await isAsked(thief)).toBe(true);
    expect(await isAsked(browser)).toBe(false);
  });
});

describe("trust ends", () => {
  test("with another password", async () => {
    const browser = server.browser();
    const { accessToken } = await trust(browser);
    const change = { currentPassword: reader.password, newPassword };
    expect((await browser.post("/auth/password/change", change, { accessToken })).status).toBe(200);
    expect(await isAsked(browser, { ...reader, password: newPassword })).toBe(true);
  });

  test("with a reset", async () => {
    const browser = server.browser();
    await trust(browser);
    await recover(server, reader.email, newPassword);
    expect(await isAsked(browser, { ...reader, password: newPassword })).toBe(true);
  });

  test("with the second factor, also when it is turned on again", async () => {
    const browser = server.browser();
    const { accessToken } = await trust(browser);
    const off = await browser.send("DELETE", "/me/second-factor", { accessToken, body: {} });
    expect(off.status).toBe(204);
    await turnOnTotp(server, accessToken);
    expect(await isAsked(browser)).toBe(true);
  });

  test("where the reader says so, for one device or for all", async () => {
    const [first, second] = [server.browser(), server.browser()];
    const { accessToken } = await trust(first);
    await trust(second);
    const devices = await list(second, accessToken);
    expect(devices.map(({ current }) => current)).toEqual([true, false]);
    const path = `/me/second-factor/trusted-devices/${devices[0]?.id}`;
    expect((await first.send("DELETE", path, { accessToken })).status).toBe(204);
    expect((await first.send("DELETE", path, { accessToken })).status).toBe(404);
    expect([await isAsked(second), await isAsked(first)]).toEqual([true, false]);
    const all = await first.send("DELETE", "/me/second-factor/trusted-devices", { accessToken });
    expect(all.status).toBe(204);
    expect(await list(first, accessToken)).toEqual([]);
    expect(await isAsked(first)).toBe(true);
  });
});

test("nobody sees or ends a stranger's trusted devices", async () => {
  const { accessToken } = await trust(server.browser());
  const [device] = await list(server.browser(), accessToken);
  const stranger = await registerAndVerify(server, person(`Carol${people}`));
  expect(await list(server.browser(), stranger.accessToken)).toEqual([]);
  const path = `/me/second-factor/trusted-devices/${device?.id}`;
  expect((await server.browser().send("DELETE", path, stranger)).status).toBe(404);
});

test("an app keeps its trust itself, and shows it with the password", async () => {
  const { trustedDevice } = await trust(server.browser(), reader, factor, "body");
  expect(trustedDevice).toMatch(/^[\w-]{43}$/);
  const shown = await login(server.browser(), reader, { delivery: "body", trustedDevice });
  expect(shown.body).toHaveProperty("accessToken");
  const stored = await server.database.db.selectFrom("trustedDevice").select("tokenHash").execute();
  for (const { tokenHash } of stored) expect(tokenHash.toString("latin1")).not.toContain(trustedDevice);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createAuthenticator } from "./support/authenticator.ts";
import { bookmarksOf, claim, guestWithChats, type Refusable, titlesOf } from "./support/guests.ts";
import { addPasskey, signInWithPasskey } from "./support/passkeys.ts";
import { alice, bob, registerAndVerify } from "./support/people.ts";
import { type Challenged, codeOf, secondStep, turnOnTotp } from "./support/second-factor.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
const { email, password } = alice;
beforeAll(async () => {
  server = await startTestServer();
  await registerAndVerify(server, alice);
});
afterAll(() => server.close());

const logIn = (accessToken: string, more: object = {}, as = { email, password }) =>
  server.browser().post<Refusable<SessionAnswer>>("/auth/login", { ...as, ...more }, { accessToken });

/** A guest with a conversation of this title and a bookmark of this page. */
async function guestWith(title: string, page = `/${title}`): Promise<SessionAnswer> {
  const browser = server.browser();
  const guest = await guestWithChats(browser, [title]);
  await browser.post("/me/bookmarks", { page }, guest);
  return guest;
}

const pagesOf = async (accessToken: string) =>
  (await bookmarksOf(server, accessToken)).map(({ page }) => page);

async function isLeftAlone(guest: SessionAnswer, title: string): Promise<void> {
  expect(await titlesOf(server, guest.accessToken)).toEqual([title]);
  expect(await pagesOf(guest.accessToken)).toEqual([`/${title}`]);
}

async function hasMoved(guest: SessionAnswer, title: string, to: SessionAnswer): Promise<void> {
  expect(await titlesOf(server, to.accessToken)).toContain(title);
  expect(await pagesOf(to.accessToken)).toContain(`/${title}`);
  for (const path of ["/me", "/conversations", "/me/bookmarks", "/auth/session"]) {
    const { accessToken } = guest;
    expect(await server.browser().get(path, { accessToken })).toMatchObject({
      status: 401,
      body: { code: "session-ended" },
    });
  }
}

describe("a guest's things come along with a sign-in", () => {
  test("by password, and say so", async () => {
    const guest = await guestWith("by-password");
    const { body } = await logIn(guest.accessToken);
    expect(body.merged).toEqual({ conversations: 1 });
    await hasMoved(guest, "by-password", body);
    const activity = await server
      .browser()
      .get<{ items: { kind: string; detail: unknown }[] }>("/me/activity", body);
    expect(activity.body.items.find(({ kind }) => kind === "guest-merged")?.detail).toMatchObject({
      conversations: 1,
      bookmarks: 1,
    });
  });

  test("only after the second factor, which carries them and the reader's choice", async () => {
    const eve = { ...bob, email: "eve@example.org" };
    const { secret } = await turnOnTotp(server, (await registerAndVerify(server, eve)).accessToken);
    const guest = await guestWith("second-factor");
    const { accessToken } = guest;
    const begun = await server
      .browser()
      .post<Challenged>("/auth/login", { ...eve, name: undefined, delivery: "body" }, { accessToken });
    expect(begun.body.status).toBe("second-factor-required");
    await isLeftAlone(guest, "second-factor");
    const { challenge } = begun.body;
    const wrong = await secondStep(server.browser(), { challenge, code: "000000" });
    expect(wrong.status).toBe(401);
    await isLeftAlone(guest, "second-factor");
    const { body } = await secondStep(server.browser(), { challenge, code: codeOf(secret, server.clock) });
    expect(body.merged).toEqual({ conversations: 1 });
    await hasMoved(guest, "second-factor", body);

    server.clock.advance(30_000);
    const other = await guestWith("declined");
    const again = await server
      .browser()
      .post<Challenged>(
        "/auth/login",
        { email: eve.email, password: eve.password, delivery: "body", keepGuestChats: false },
        { accessToken: other.accessToken },
      );
    const code = codeOf(secret, server.clock);
    const declined = await secondStep(server.browser(), { challenge: again.body.challenge, code });
    expect(declined.body).not.toHaveProperty("merged");
    expect(declined.body.claimable).toEqual({ conversations: 1 });
    await isLeftAlone(other, "declined");
  });

  test("by a passkey where the reader was asked", async () => {
    const authenticator = createAuthenticator();
    const { body: session } = await server.browser().post<SessionAnswer>("/auth/login", { email, password });
    await addPasskey(server.browser(), server.url, session.accessToken, authenticator);
    const guest = await guestWith("by-passkey");
    const { accessToken } = guest;
    const kept = await signInWithPasskey(server.browser(), server.url, authenticator, {
      accessToken,
      keepGuestChats: true,
    });
    expect(kept.body.merged).toEqual({ conversations: 1 });
    await hasMoved(guest, "by-passkey", kept.body);
  });
});

describe("a sign-in that is refused moves nothing", () => {
  test("of an account that is banned", async () => {
    const gus = { ...bob, email: "gus@example.org" };
    const session = await registerAndVerify(server, gus);
    const guest = await guestWith("to-a-banned-account");
    const { db } = server.database;
    await db.updateTable("user").set({ banned: true }).where("id", "=", session.account.id).execute();
    const refused = await logIn(guest.accessToken, {}, { email: gus.email, password: gus.password });
    expect(refused).toMatchObject({ status: 403, body: { code: "account-banned" } });
    await isLeftAlone(guest, "to-a-banned-account");
  });

  test("of an account that is banned before its second step", async () => {
    const ida = { ...bob, email: "ida@example.org" };
    const session = await registerAndVerify(server, ida);
    const { secret } = await turnOnTotp(server, session.accessToken);
    const guest = await guestWith("to-a-second-step");
    const { challenge } = (await logIn(guest.accessToken, {}, { email: ida.email, password: ida.password }))
      .body as unknown as Challenged;
    const { db } = server.database;
    await db.updateTable("user").set({ banned: true }).where("id", "=", session.account.id).execute();
    const code = codeOf(secret, server.clock);
    expect((await secondStep(server.browser(), { challenge, code, delivery: "body" })).status).toBe(400);
    await isLeftAlone(guest, "to-a-second-step");
  });
});

test("a guest who was purged between two steps of a sign-in keeps nobody from signing in", async () => {
  const jan = { ...bob, email: "jan@example.org" };
  const session = await registerAndVerify(server, jan);
  const { secret } = await turnOnTotp(server, session.accessToken);
  const guest = await guestWith("purged");
  const browser = server.browser();
  const { accessToken } = guest;
  const credentials = { email: jan.email, password: jan.password };
  const begun = await browser.post<Challenged>("/auth/login", credentials, { accessToken });
  await server.database.db.deleteFrom("user").where("id", "=", guest.account.id).execute();
  const code = codeOf(secret, server.clock);
  const done = await secondStep(browser, { challenge: begun.body.challenge, code });
  expect(done.status).toBe(200);
  expect(done.body).not.toHaveProperty("merged");
});

test("a place that both have kept is one bookmark afterwards, with the notes of both", async () => {
  const { body: session } = await server.browser().post<SessionAnswer>("/auth/login", { email, password });
  const guest = await guestWithChats(server.browser());
  const keep = (accessToken: string, body: object) =>
    server.browser().post("/me/bookmarks", body, { accessToken });
  for (const [page, own, guests] of [
    ["/both-noted", "The account's", "The guest's"],
    ["/guest-noted", undefined, "The guest's"],
    ["/account-noted", "The account's", undefined],
    ["/same-note", "The same", "The same"],
    ["/no-note", undefined, undefined],
  ] as const) {
    await keep(session.accessToken, { page, anchor: "here", note: own });
    await keep(guest.accessToken, { page, anchor: "here", note: guests });
  }
  await keep(guest.accessToken, { page: "/both-noted", note: "Another place: the whole page" });
  expect((await claim(server.browser(), session.accessToken, guest.accessToken)).status).toBe(200);
  const noted = (await bookmarksOf(server, session.accessToken))
    .filter(({ page }) => /-not(ed|e)$/.test(page))
    .map(({ page, anchor, note }) => `${page}#${anchor}: ${note}`);
  expect(noted.sort()).toEqual([
    "/account-noted#here: The account's",
    "/both-noted#here: The account's\n\nThe guest's",
    "/both-noted#null: Another place: the whole page",
    "/guest-noted#here: The guest's",
    "/no-note#here: null",
    "/same-note#here: The same",
  ]);
});

test("twenty sign-ins with one guest bring its things along once", async () => {
  const guest = await guestWith("twenty");
  const answers = await Promise.all(Array.from({ length: 20 }, () => logIn(guest.accessToken)));
  const merged = answers.filter(({ body }) => body.merged !== undefined);
  expect(merged).toHaveLength(1);
  // The others came before it, and signed in without, or after it, and are told that the guest is no more.
  for (const { status, body } of answers) {
    if (status !== 200) expect(body.code).toBe("session-ended");
  }
  const titles = await titlesOf(server, merged[0]?.body.accessToken ?? "");
  expect(titles.filter((title) => title === "twenty")).toHaveLength(1);
});

test("two guests of one browser come to one account one after the other, each with its own", async () => {
  const browser = server.browser();
  const first = await guestWith("first-guest");
  const second = await guestWith("second-guest");
  const fred = { ...bob, email: "fred@example.org" };
  await registerAndVerify(server, fred, { browser });
  const { body } = await logIn(first.accessToken, {}, { email: fred.email, password: fred.password });
  expect(body.merged).toEqual({ conversations: 1 });
  expect((await claim(browser, body.accessToken, second.accessToken)).body.merged).toEqual({
    conversations: 1,
  });
  expect(await titlesOf(server, body.accessToken)).toEqual(["first-guest", "second-guest"]);
});

test("a guest's cookie opens nothing after the merge, and its refresh changes no cookie", async () => {
  const browser = server.browser();
  const guest = await guestWithChats(browser, ["cookie"]);
  await logIn(guest.accessToken);
  const refreshed = await browser.post("/auth/refresh");
  expect(refreshed).toMatchObject({ status: 401, body: { code: "refresh-invalid" } });
  expect(refreshed.headers.getSetCookie()).toEqual([]);
});

test("whoever signs in where another reader's guest was used has nothing of it without a yes", async () => {
  const browser = server.browser();
  const guest = await guestWithChats(browser, ["shared-machine"]);
  // The guest's cookie comes along with the request. It is no yes, and no proof: only its token is.
  expect(browser.cookies.has("bookplate-guest")).toBe(true);
  const { body } = await browser.post("/auth/login", { email, password });
  expect(body).not.toHaveProperty("merged");
  expect(body).not.toHaveProperty("claimable");
  expect(await titlesOf(server, guest.accessToken)).toEqual(["shared-machine"]);
});

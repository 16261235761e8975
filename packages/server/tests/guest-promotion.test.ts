import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import type { TestBrowser } from "./support/browser.ts";
import { bookmarksOf, claim, guestWithChats, type Refusable, titlesOf } from "./support/guests.ts";
import { alice, bob, registerAndVerify, tokenOf } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

type Verified = Refusable<{ session: SessionAnswer }>;

let server: TestServer;
let known: SessionAnswer;
beforeAll(async () => {
  server = await startTestServer();
  known = await registerAndVerify(server, alice);
});
afterAll(() => server.close());

let people = 0;
const somebody = () => ({ ...bob, email: `reader-${++people}@example.org` });

/** A guest with a conversation and a bookmark who has registered, and the letter's token. */
async function registeredGuest() {
  const person = somebody();
  const browser = server.browser();
  const guest = await guestWithChats(browser, ["Asked before"]);
  const { accessToken } = guest;
  await browser.post("/me/bookmarks", { page: "/lamp", note: "Kept before" }, { accessToken });
  await browser.post("/auth/register", person, { accessToken });
  const token = tokenOf(await server.letter(person.email, "verify-registration"));
  return { person, browser, guest, token };
}

const verify = (browser: TestBrowser, body: object, accessToken?: string) =>
  browser.post<Verified>("/auth/verify-email", body, { accessToken });

async function hasEverything(session: SessionAnswer): Promise<void> {
  expect(await titlesOf(server, session.accessToken)).toEqual(["Asked before"]);
  expect(await bookmarksOf(server, session.accessToken)).toMatchObject([
    { page: "/lamp", note: "Kept before" },
  ]);
}

describe("a guest who has registered", () => {
  test("and verifies in the same browser has everything, in the same row", async () => {
    const { browser, guest, token } = await registeredGuest();
    const { body } = await verify(browser, { token }, guest.accessToken);
    expect(body.session.account).toMatchObject({ id: guest.account.id, guest: false, role: "user" });
    // Nothing moved, so there is nothing to tell, and nothing waits.
    expect(body.session).not.toHaveProperty("merged");
    expect(body.session).not.toHaveProperty("claimable");
    await hasEverything(body.session);
  });

  test("and verifies on another device with the password has everything on both", async () => {
    const { person, browser, token } = await registeredGuest();
    const { body } = await verify(server.browser(), { token, password: person.password });
    await hasEverything(body.session);
    const { email, password } = person;
    await hasEverything((await browser.post<SessionAnswer>("/auth/login", { email, password })).body);
  });

  test("and chooses another password in the same browser has everything", async () => {
    const { person, browser, guest, token } = await registeredGuest();
    const newPassword = alice.password;
    const { body } = await verify(browser, { token, newPassword });
    expect(body.session.account.id).toBe(guest.account.id);
    await hasEverything(body.session);
    const login = { email: person.email, password: newPassword };
    expect((await server.browser().post("/auth/login", login)).status).toBe(200);
  });

  test("types the letter's code and has everything", async () => {
    const { person, browser, guest } = await registeredGuest();
    const { code } = await server.letter(person.email, "verify-registration");
    const { body } = await verify(browser, { code });
    expect(body.session.account.id).toBe(guest.account.id);
    await hasEverything(body.session);
  });

  test("is told of it among the account's events", async () => {
    const { browser, token } = await registeredGuest();
    const { body } = await verify(browser, { token });
    const activity = await browser.get<{ items: { kind: string }[] }>("/me/activity", {
      accessToken: body.session.accessToken,
    });
    expect(activity.body.items.map(({ kind }) => kind)).toContain("guest-promoted");
  });

  test("has tokens that open nothing afterwards, and whose refresh is refused without touching a cookie", async () => {
    const { guest, browser, token } = await registeredGuest();
    await verify(server.browser(), { token, newPassword: alice.password, password: bob.password });
    for (const path of ["/me", "/conversations", "/me/bookmarks", "/auth/session", "/me/export"]) {
      const { accessToken } = guest;
      expect(await browser.get(path, { accessToken })).toMatchObject({
        status: 401,
        body: { code: "session-ended" },
      });
    }
    const refreshed = await browser.post("/auth/refresh");
    expect(refreshed).toMatchObject({ status: 401, body: { code: "refresh-invalid" } });
    expect(refreshed.headers.getSetCookie()).toEqual([]);
  });

  test("is nobody else's afterwards: not by a claim, not by a login, not by another registration", async () => {
    const { guest, browser, token } = await registeredGuest();
    const other = somebody();
    await server.browser().post("/auth/register", other, { accessToken: guest.accessToken });
    const { body } = await verify(browser, { token });
    expect(await claim(server.browser(), known.accessToken, guest.accessToken)).toMatchObject({
      status: 409,
      body: { code: "guest-already-claimed" },
    });
    const login = { email: alice.email, password: alice.password };
    const refused = await browser.post("/auth/login", login, { accessToken: guest.accessToken });
    expect(refused).toMatchObject({ status: 401, body: { code: "session-ended" } });
    // The guest's second registration is a fresh account: its guest is one already.
    const second = tokenOf(await server.letter(other.email, "verify-registration"));
    const fresh = await verify(server.browser(), { token: second, password: other.password });
    expect(fresh.body.session.account.id).not.toBe(guest.account.id);
    expect(await titlesOf(server, fresh.body.session.accessToken)).toEqual([]);
    await hasEverything(body.session);
  });

  test("and is purged meanwhile becomes an account all the same, with nothing", async () => {
    const { person, guest, token } = await registeredGuest();
    await server.database.db.deleteFrom("user").where("id", "=", guest.account.id).execute();
    const { status, body } = await verify(server.browser(), { token, password: person.password });
    expect(status).toBe(200);
    expect(await titlesOf(server, body.session.accessToken)).toEqual([]);
  });

  test("by twenty presses at once becomes one account", async () => {
    const { person, guest, token } = await registeredGuest();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => verify(server.browser(), { token, password: person.password })),
    );
    const verified = answers.filter(({ status }) => status === 200);
    expect(verified).toHaveLength(1);
    for (const { body } of answers.filter(({ status }) => status !== 200)) {
      expect(body.code).toBe("token-invalid");
    }
    expect(verified[0]?.body.session.account.id).toBe(guest.account.id);
    for (const { body } of verified) await hasEverything(body.session);
  });

  // Again and again: the two meet at another step each time.
  test.each([1, 2, 3, 4, 5, 6])(
    "at the moment in which it signs in elsewhere ends in one of the two, with everything (%i)",
    async () => {
      const { person, guest, token } = await registeredGuest();
      const login = { email: alice.email, password: alice.password };
      const [verified, signedIn] = await Promise.all([
        verify(server.browser(), { token, password: person.password }),
        server.browser().post<SessionAnswer>("/auth/login", login, { accessToken: guest.accessToken }),
      ]);
      expect([verified.status, signedIn.status]).toEqual([200, 200]);
      const promoted = verified.body.session.account.id === guest.account.id;
      const merged = signedIn.body.merged?.conversations === 1;
      expect([promoted, merged].filter(Boolean)).toHaveLength(1);
      const owner = promoted ? verified.body.session : signedIn.body;
      expect(await titlesOf(server, owner.accessToken)).toContain("Asked before");
    },
  );
});

test("a stranger who presses first with a new password gets none of the guest's chats", async () => {
  const { guest, token } = await registeredGuest();
  const { body } = await verify(server.browser(), { token, newPassword: alice.password });
  expect(body.session.account.id).not.toBe(guest.account.id);
  expect(await titlesOf(server, body.session.accessToken)).toEqual([]);
  await hasEverything(guest);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createAuthenticator } from "./support/authenticator.ts";
import type { TestBrowser } from "./support/browser.ts";
import { bookmarksOf, claim, guestWithChats, titlesOf } from "./support/guests.ts";
import { addPasskey, signInWithPasskey } from "./support/passkeys.ts";
import { alice, registerAndVerify, tokenOf } from "./support/people.ts";
import { type ServerWithProvider, signInWithProvider, startServerWithProvider } from "./support/providers.ts";
import type { TestServer } from "./support/server.ts";

// Where nobody was asked at the sign-in, a guest's things wait for a yes.

let running: ServerWithProvider;
let server: TestServer;
const { email, password } = alice;
beforeAll(async () => {
  running = await startServerWithProvider({
    carol: { sub: "carol-1", email: "carol@example.org", email_verified: true, name: "Carol" },
  });
  server = running.server;
  await registerAndVerify(server, alice);
});
afterAll(() => running.close());

const logIn = (accessToken?: string, more: object = {}) =>
  server.browser().post<SessionAnswer>("/auth/login", { email, password, ...more }, { accessToken });

/** They wait in this session, through refreshes too, and come with a yes. */
async function waitsThenComes(
  browser: TestBrowser,
  session: SessionAnswer,
  guest: SessionAnswer,
  title: string,
): Promise<void> {
  expect(session).not.toHaveProperty("merged");
  expect(session.claimable).toEqual({ conversations: 1 });
  expect(await titlesOf(server, guest.accessToken)).toEqual([title]);
  expect((await browser.post<SessionAnswer>("/auth/refresh")).body.claimable).toEqual({ conversations: 1 });
  expect((await claim(browser, session.accessToken)).body).toEqual({ merged: { conversations: 1 } });
  expect(await titlesOf(server, session.accessToken)).toContain(title);
  expect((await server.browser().get("/me", guest)).body).toMatchObject({ code: "session-ended" });
  expect((await browser.post<SessionAnswer>("/auth/refresh")).body).not.toHaveProperty("claimable");
}

test("a guest's things wait after a passkey", async () => {
  const authenticator = createAuthenticator();
  const { body: session } = await logIn();
  await addPasskey(server.browser(), server.url, session.accessToken, authenticator);
  const guest = await guestWithChats(server.browser(), ["passkey"]);
  const browser = server.browser();
  const { accessToken } = guest;
  const signedIn = await signInWithPasskey(browser, server.url, authenticator, {
    accessToken,
    delivery: "cookie",
  });
  await waitsThenComes(browser, signedIn.body, guest, "passkey");
});

test("a guest's things wait after a link from a letter", async () => {
  const guest = await guestWithChats(server.browser(), ["magic-link"]);
  const browser = server.browser();
  await browser.post("/auth/magic-link", { email });
  const token = tokenOf(await server.letter(email, "magic-link"));
  const { accessToken } = guest;
  const signedIn = await browser.post<SessionAnswer>("/auth/magic-link/verify", { token }, { accessToken });
  await waitsThenComes(browser, signedIn.body, guest, "magic-link");
});

test("a guest's things wait after a provider, whose round trip carries the guest", async () => {
  const guest = await guestWithChats(server.browser(), ["provider"]);
  const browser = server.browser();
  const { accessToken } = guest;
  const signedIn = await signInWithProvider<SessionAnswer>(browser, "carol", { accessToken });
  await waitsThenComes(browser, signedIn.body, guest, "provider");
});

test("a guest's things wait also where there are bookmarks and no conversation", async () => {
  const browser = server.browser();
  const guest = await guestWithChats(browser);
  await browser.post("/me/bookmarks", { page: "/only-a-bookmark" }, guest);
  const { body } = await logIn(guest.accessToken, { keepGuestChats: false });
  expect(body.claimable).toEqual({ conversations: 0 });
  expect((await claim(browser, body.accessToken)).body).toEqual({ merged: { conversations: 0 } });
  expect(await bookmarksOf(server, body.accessToken)).toMatchObject([{ page: "/only-a-bookmark" }]);
});

test("a guest who has nothing is no question", async () => {
  const guest = await guestWithChats(server.browser());
  const { body } = await logIn(guest.accessToken, { keepGuestChats: false });
  expect(body).not.toHaveProperty("claimable");
});

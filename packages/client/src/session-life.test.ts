import { expect, test } from "vitest";
import { MARK, openBrowser } from "./tests/browser.ts";
import { alice, bob, hangUp, json, type Play, problem } from "./tests/playing-server.ts";

const credentials = { email: "alice@example.org", password: "lantern orchard velvet nine" };

test("a token that has run out is replaced before the call", async () => {
  const { server, openTab } = await openBrowser();
  server.lifetime = 0;
  const client = openTab();
  await client.auth.login(credentials);
  server.lifetime = 900;
  server.refuseTokens("token-expired");
  expect(await client.account.get()).toEqual(alice);
  expect(server.count("GET /me")).toBe(1);
});

test.each(["token-expired", "token-stale", "unauthenticated"])(
  "a token refused as %s is refreshed once and the call repeated once",
  async (code) => {
    const { server, openTab } = await openBrowser();
    const client = openTab();
    await client.auth.login(credentials);
    server.refuseTokens(code);
    expect(await client.account.get()).toEqual(alice);
    expect(server.count("POST /auth/refresh")).toBe(1);
    expect(server.count("GET /me")).toBe(2);

    server.always("GET /me", (_, response) => problem(response, 401, code));
    await expect(client.account.get()).rejects.toMatchObject({ code });
    expect(server.count("GET /me")).toBe(4);
  },
);

test("a session that ended elsewhere says so and keeps what the reader typed", async () => {
  const { server, storage, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  storage.set(`${MARK}:draft:alice`, "What is a");
  server.refuseTokens("session-ended");
  await expect(client.account.get()).rejects.toMatchObject({ code: "session-ended" });
  expect(client.getSnapshot()).toEqual({
    status: "guest",
    guestAccount: null,
    endedBecause: "session-ended",
  });
  expect(storage.get(`${MARK}:draft:alice`)).toBe("What is a");
  expect(storage.has(MARK)).toBe(false);

  // Nobody becomes a new guest behind the back of a reader who was signed out.
  await expect(client.chats.list()).rejects.toMatchObject({ code: "session-ended" });
});

test("signing in marks the browser without saying who, signing out leaves nothing", async () => {
  const { storage, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  expect([...storage]).toEqual([[MARK, "1"]]);
  storage.set(`${MARK}:draft:alice`, "What is a");
  storage.set("bookplate:/other/:draft:alice", "another book's");
  await client.auth.logout();
  expect(client.getSnapshot()).toEqual({ status: "guest", guestAccount: null });
  expect([...storage.keys()]).toEqual(["bookplate:/other/:draft:alice"]);
});

test("signing out works at once without the server, which is told at the next visit", async () => {
  const { server, storage, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  server.next("POST /auth/logout", hangUp);
  await client.auth.logout();
  expect(client.getSnapshot()).toEqual({ status: "guest", guestAccount: null });
  expect(server.reader).toEqual(alice);

  openTab();
  await expect.poll(() => server.reader).toBeNull();
  await expect.poll(() => storage.has(MARK)).toBe(false);
});

test("signing out in one tab shows in the others", async () => {
  const { openTab } = await openBrowser();
  const [one, other] = [openTab(), openTab()];
  await one.auth.login(credentials);
  await expect.poll(() => other.getSnapshot()).toEqual({ status: "user", account: alice });
  await other.auth.logout();
  await expect.poll(() => one.getSnapshot()).toEqual({ status: "guest", guestAccount: null });
});

test("when somebody else signs in, the other tabs drop what was private and follow", async () => {
  const { server, openTab } = await openBrowser();
  const [one, other] = [openTab(), openTab()];
  await one.auth.login(credentials);
  await expect.poll(() => other.getSnapshot()).toEqual({ status: "user", account: alice });

  const seen: string[] = [];
  one.subscribe(() => seen.push(one.getSnapshot().status));
  server.next("POST /auth/login", (_, response) => {
    server.reader = bob;
    json(response, 200, {
      accessToken: "token-of-bob",
      tokenType: "Bearer",
      expiresIn: 900,
      expiresAt: "2026-11-21T09:15:00.000Z",
      refreshExpiresAt: "2026-11-28T09:00:00.000Z",
      account: bob,
    });
  });
  await other.auth.login({ ...credentials, email: "bob@example.org" });
  await expect.poll(() => one.getSnapshot()).toEqual({ status: "user", account: bob });
  expect(seen[0]).toBe("unknown");
});

test("an answer to a refresh that was overtaken by a sign-in is not believed", async () => {
  const { server, openTab, rememberSession } = await openBrowser();
  rememberSession();
  const refuse: (() => void)[] = [];
  const refuseLater: Play = (_, response) => refuse.push(() => problem(response, 401, "refresh-invalid"));
  server.next("POST /auth/refresh", refuseLater);
  server.next("POST /auth/refresh", refuseLater);
  const one = openTab();
  await expect.poll(() => refuse).toHaveLength(1);
  const other = openTab();
  await expect.poll(() => refuse).toHaveLength(2);

  // The other tab's refresh is refused and a reader signs in there; only then comes the refusal of this tab's.
  refuse[1]?.();
  await other.auth.login(credentials);
  refuse[0]?.();
  await expect.poll(() => one.getSnapshot()).toEqual({ status: "user", account: alice });
  expect(other.getSnapshot()).toEqual({ status: "user", account: alice });
});

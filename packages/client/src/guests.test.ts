import { expect, test } from "vitest";
import type { Account } from "./shapes.ts";
import { openBrowser } from "./tests/browser.ts";
import { alice, guest, json, problem } from "./tests/playing-server.ts";

const credentials = { email: "alice@example.org", password: "lantern orchard velvet nine" };
const conversation = { id: "c1", title: null, page: null, createdAt: "", updatedAt: "" };

const sessionOf = (account: Account) => ({
  accessToken: "token-2",
  tokenType: "Bearer",
  expiresIn: 900,
  expiresAt: new Date(Date.now() + 900_000).toISOString(),
  refreshExpiresAt: new Date(Date.now() + 604_800_000).toISOString(),
  account,
});

test("a guest is made with the first conversation, once for all that begin together", async () => {
  const { server, openTab } = await openBrowser();
  server.always("POST /conversations", (_, response) => json(response, 201, conversation));
  const client = openTab();
  await Promise.all([client.chats.create(), client.chats.create({ title: "Sessions" })]);
  expect(server.count("POST /auth/guest")).toBe(1);
  expect(client.getSnapshot()).toEqual({ status: "guest", guestAccount: guest });
});

test("somebody who is signed in never becomes a guest", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  await client.ensureGuest();
  expect(server.count("POST /auth/guest")).toBe(0);
});

test("a guest signs in as that guest, so that its chats can follow", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.ensureGuest();
  await client.auth.login({ ...credentials, keepGuestChats: false });
  const login = server.received.find(({ call }) => call === "POST /auth/login");
  expect(login).toMatchObject({
    authorization: "Bearer token-1",
    body: { ...credentials, keepGuestChats: false },
  });
});

test("a guest registers as that guest, unless its chats are somebody else's", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.ensureGuest();
  server.always("POST /auth/register", (_, response) =>
    json(response, 202, { status: "verification-required" }),
  );
  const registration = { ...credentials, name: "Alice" };
  await client.auth.register(registration);
  await client.auth.register({ ...registration, keepGuestChats: false });
  const sent = server.received.filter(({ call }) => call === "POST /auth/register");
  expect(sent.map(({ authorization }) => authorization)).toEqual(["Bearer token-1", undefined]);
  expect(sent[1]?.body).toEqual({ ...registration, delivery: "cookie" });
});

test("a guest who becomes the account is told how many conversations it has now", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.ensureGuest();
  server.always("GET /conversations?limit=100", (_, response) =>
    json(response, 200, { items: [conversation, conversation], nextCursor: "more" }),
  );
  server.always("GET /conversations?limit=100&cursor=more", (_, response) =>
    json(response, 200, { items: [conversation], nextCursor: null }),
  );
  const verified = (account: Account) => ({ status: "verified", session: sessionOf(account) });
  server.next("POST /auth/verify-email", (_, response) =>
    json(response, 200, verified({ ...alice, id: guest.id })),
  );
  expect(await client.auth.verifyEmail({ token: "t" })).toMatchObject({ merged: 3 });

  await client.auth.logout();
  server.next("POST /auth/verify-email", (_, response) => json(response, 200, verified(alice)));
  expect(await client.auth.verifyEmail({ token: "t" })).toMatchObject({ merged: 0 });
});

test("and so is one whose end as a guest is heard of before the answer", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.ensureGuest();
  server.next("GET /conversations", (_, response) => problem(response, 401, "session-ended"));
  server.next("POST /auth/verify-email", async (_, response) => {
    await client.chats.list().catch(() => {});
    expect(client.getSnapshot()).toMatchObject({ guestAccount: null });
    const account = { ...alice, id: guest.id };
    json(response, 200, { status: "verified", session: sessionOf(account) });
  });
  server.next("GET /conversations?limit=100", (_, response) =>
    json(response, 200, { items: [conversation], nextCursor: null }),
  );
  expect(await client.auth.verifyEmail({ token: "t" })).toMatchObject({ merged: 1 });
});

test("a guest that is gone keeps nobody from signing in", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.ensureGuest();
  server.refuseTokens("session-ended");
  expect(await client.auth.login(credentials)).toMatchObject({
    status: "signed-in",
    merged: 0,
    claimable: null,
  });
  const logins = server.received.filter(({ call }) => call === "POST /auth/login");
  expect(logins.map(({ authorization }) => authorization)).toEqual(["Bearer token-1", undefined]);
});

test("a guest that is gone begins anew with the next question", async () => {
  const { server, openTab } = await openBrowser();
  server.always("POST /conversations", (_, response) => json(response, 201, conversation));
  const client = openTab();
  await client.ensureGuest();
  server.refuseTokens("session-ended");
  expect(await client.chats.create()).toEqual(conversation);
  expect(server.count("POST /auth/guest")).toBe(2);
});

test("an account's token is not sent to sign-in calls", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  await client.auth.login(credentials);
  const [, second] = server.received.filter(({ call }) => call === "POST /auth/login");
  expect(second?.authorization).toBeUndefined();
});

test("chats that nobody has answered for are asked about again after a reload", async () => {
  const { server, openTab, rememberSession } = await openBrowser();
  rememberSession();
  server.reader = alice;
  server.next("POST /auth/refresh", (_, response) =>
    json(response, 200, {
      accessToken: "token-1",
      tokenType: "Bearer",
      expiresIn: 900,
      expiresAt: new Date(Date.now() + 900_000).toISOString(),
      refreshExpiresAt: new Date(Date.now() + 604_800_000).toISOString(),
      account: alice,
      claimable: { conversations: 2 },
    }),
  );
  const client = openTab();
  await client.auth.restore();
  expect(client.getSnapshot()).toEqual({ status: "user", account: alice, claimable: 2 });
});

test("chats that were answered for in another tab are nothing to fail at, those of another account are", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  server.next("POST /guests/claim", (_, response) => problem(response, 404, "not-found"));
  expect(await client.auth.claimConversations()).toBe(0);
  server.next("POST /guests/claim", (_, response) => problem(response, 409, "guest-already-claimed"));
  await expect(client.auth.claimConversations()).rejects.toMatchObject({ code: "guest-already-claimed" });
});

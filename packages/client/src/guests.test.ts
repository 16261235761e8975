import { expect, test } from "vitest";
import { openBrowser } from "./tests/browser.ts";
import { guest, json } from "./tests/playing-server.ts";

const credentials = { email: "alice@example.org", password: "lantern orchard velvet nine" };
const conversation = { id: "c1", title: null, page: null, createdAt: "", updatedAt: "" };

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

test("a guest that is gone keeps nobody from signing in", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.ensureGuest();
  server.refuseTokens("session-ended");
  expect(await client.auth.login(credentials)).toMatchObject({ status: "signed-in", merged: 0 });
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

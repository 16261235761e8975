import { expect, test } from "vitest";
import { accountOf } from "./session-state.ts";
import { openBrowser } from "./tests/browser.ts";
import { alice, json } from "./tests/playing-server.ts";

const credentials = { email: "alice@example.org", password: "lantern orchard velvet nine" };
const newPassword = "copper meadow whistle four";

test("a new password by letter is asked for and chosen as nobody", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  server.next("POST /auth/password/forgot", (_, response) => json(response, 202, { requestId: "r" }));
  server.next("POST /auth/password/reset", (_, response) => response.writeHead(204).end());
  expect(await client.auth.forgotPassword(alice.email ?? "")).toEqual({ requestId: "r" });
  await client.auth.resetPassword({ requestId: "r", code: "40718326", password: newPassword });
  const asked = server.received.filter(({ call }) => call.startsWith("POST /auth/password"));
  expect(asked.map(({ authorization, body }) => ({ authorization, body }))).toEqual([
    { authorization: undefined, body: { email: alice.email } },
    { authorization: undefined, body: { requestId: "r", code: "40718326", password: newPassword } },
  ]);
});

test("whoever changes the password goes on with the new session", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  server.next("POST /auth/password/change", (_, response) => {
    server.refuseTokens("session-ended");
    json(response, 200, {
      accessToken: "token-after",
      tokenType: "Bearer",
      expiresIn: 900,
      expiresAt: new Date(Date.now() + 900_000).toISOString(),
      refreshExpiresAt: new Date(Date.now() + 604_800_000).toISOString(),
      account: alice,
    });
  });
  await client.auth.changePassword({ currentPassword: credentials.password, newPassword });
  expect(await client.account.get()).toEqual(alice);
  expect(server.received.at(-1)?.authorization).toBe("Bearer token-after");
});

test("an address that is confirmed here shows at once, and stays confirmed where it cannot be read", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  const moved = { ...alice, email: "alice@example.net" };
  server.next("POST /me/email/confirm", (_, response) => json(response, 200, { email: moved.email }));
  server.next("GET /me", (_, response) => json(response, 200, moved));
  expect(await client.account.confirmEmail("token")).toEqual({ email: moved.email });
  expect(accountOf(client.getSnapshot())).toEqual(moved);

  server.next("POST /me/email/confirm", (_, response) => json(response, 200, { email: alice.email }));
  server.next("GET /me", (_, response) => response.writeHead(500).end());
  expect(await client.account.confirmEmail("token")).toEqual({ email: alice.email });
});

test("an undo and a confirmation need nobody to be signed in", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  server.next("POST /me/email/confirm", (_, response) => json(response, 200, { email: alice.email }));
  server.next("POST /me/email/undo", (_, response) => response.writeHead(204).end());
  await client.account.confirmEmail("token");
  await client.account.undoEmail("token");
  expect(server.received.every(({ authorization }) => authorization === undefined)).toBe(true);
  expect(server.count("GET /me")).toBe(0);
});

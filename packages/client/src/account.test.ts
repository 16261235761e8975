import { expect, test } from "vitest";
import { accountOf } from "./session-state.ts";
import { openBrowser } from "./tests/browser.ts";
import { alice, bob, json } from "./tests/playing-server.ts";

const credentials = { email: "alice@example.org", password: "lantern orchard velvet nine" };

test("what was saved shows in the account at once, without asking again", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);

  server.next("PATCH /me", (_, response) => json(response, 200, { ...alice, name: "Alice L." }));
  await client.account.update({ name: "Alice L." });
  const preferences = { ...alice.preferences, theme: "dark" };
  server.next("PATCH /me/preferences", (_, response) => json(response, 200, preferences));
  await client.account.updatePreferences({ theme: "dark" });

  expect(accountOf(client.getSnapshot())).toEqual({ ...alice, name: "Alice L.", preferences });
  expect(server.count("GET /me")).toBe(0);
});

test.each([
  ["PATCH /me", { ...alice, name: "Alice L." }],
  ["PATCH /me/preferences", { ...alice.preferences, theme: "dark" }],
] as const)("an answer to %s that comes after signing out brings nobody back", async (call, body) => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  let answer = () => {};
  server.next(call, (_, response) => {
    answer = () => json(response, 200, body);
  });
  const saving =
    call === "PATCH /me"
      ? client.account.update({ name: "Alice L." })
      : client.account.updatePreferences({ theme: "dark" });
  await expect.poll(() => server.count(call)).toBe(1);
  await client.auth.logout();
  answer();
  await saving;
  expect(client.getSnapshot()).toEqual({ status: "guest", guestAccount: null });
});

test("preferences that were saved for one reader are not shown as the next one's", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  let answer = () => {};
  server.next("PATCH /me/preferences", (_, response) => {
    answer = () => json(response, 200, { ...alice.preferences, theme: "dark" });
  });
  const saving = client.account.updatePreferences({ theme: "dark" });
  await expect.poll(() => server.count("PATCH /me/preferences")).toBe(1);
  await client.auth.logout();
  server.next("POST /auth/login", (_, response) =>
    json(response, 200, {
      accessToken: "token-of-bob",
      tokenType: "Bearer",
      expiresIn: 900,
      expiresAt: new Date(Date.now() + 900_000).toISOString(),
      refreshExpiresAt: new Date(Date.now() + 604_800_000).toISOString(),
      account: bob,
    }),
  );
  await client.auth.login(credentials);
  answer();
  await saving;
  expect(accountOf(client.getSnapshot())).toEqual(bob);
});

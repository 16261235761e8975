import { expect, test } from "vitest";
import { accountOf } from "./session-state.ts";
import { openBrowser } from "./tests/browser.ts";
import { alice, json } from "./tests/playing-server.ts";

const credentials = { email: "alice@example.org", password: "lantern orchard velvet nine" };
const administrator = {
  accessToken: "an-administrators",
  tokenType: "Bearer",
  expiresIn: 900,
  expiresAt: "2026-11-21T10:00:00.000Z",
  refreshExpiresAt: "2026-12-21T10:00:00.000Z",
  account: { ...alice, role: "admin" },
};

test("whoever claims the server has the role and its token at once, and asks with it from then on", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  server.next("POST /admin/claim", (_, response) => json(response, 200, administrator));
  expect(await client.account.claimServer("a key")).toEqual({ secondFactorSetUpRequired: false });
  expect(accountOf(client.getSnapshot())).toMatchObject({ id: alice.id, role: "admin" });
  expect(await client.tokenFor(`${server.url}/api/v1/me`)).toBe(administrator.accessToken);
});

test("whoever has signed out meanwhile is not brought back, and a role that waits for a second factor says so", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  let answer = () => {};
  server.next("POST /admin/claim", (_, response) => {
    answer = () => json(response, 200, { ...administrator, secondFactorSetUpRequired: true });
  });
  const claiming = client.account.claimServer("a key");
  await expect.poll(() => server.count("POST /admin/claim")).toBe(1);
  await client.auth.logout();
  answer();
  expect(await claiming).toEqual({ secondFactorSetUpRequired: true });
  expect(client.getSnapshot()).toEqual({ status: "guest", guestAccount: null });
});

import { expect, test } from "vitest";
import { isProblem } from "./errors.ts";
import { openBrowser } from "./tests/browser.ts";
import { json, problem } from "./tests/playing-server.ts";

const credentials = { email: "alice@example.org", password: "lantern orchard velvet nine" };

test("whoever deletes their account is signed out here and in the other tabs, without being told that a session ended", async () => {
  const { server, storage, openTab } = await openBrowser();
  const client = openTab();
  const other = openTab();
  await client.auth.login(credentials);
  storage.set(`${client.storageKey}:draft`, "half a question");

  server.next("DELETE /me", (_, response) => void response.writeHead(204).end());
  await client.account.remove();
  expect(client.getSnapshot()).toEqual({ status: "guest", guestAccount: null });
  await expect.poll(() => other.getSnapshot()).toEqual({ status: "guest", guestAccount: null });
  expect([...storage.values()].join()).not.toContain("half a question");
});

test("an account that the server keeps stays signed in", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  server.next("DELETE /me", (_, response) => problem(response, 403, "step-up-required"));
  const refused = await client.account.remove().catch((error: unknown) => error);
  expect(isProblem(refused, "step-up-required")).toBe(true);
  expect(client.getSnapshot().status).toBe("user");
});

test("the copy of one's data is what the server answers", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  const copy = { exportedAt: "2026-11-21T09:45:00.000Z", conversations: [{ title: "My chat" }] };
  server.next("GET /me/export", (_, response) => json(response, 200, copy));
  expect(await client.account.export()).toEqual(copy);
});

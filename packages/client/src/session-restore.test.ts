import { expect, test, vi } from "vitest";
import { MARK, openBrowser } from "./tests/browser.ts";
import { alice, guest, hangUp, problem } from "./tests/playing-server.ts";

test("a signed-out reader's page asks the server nothing", async () => {
  const { server, storage, openTab } = await openBrowser();
  const client = openTab();
  expect(client.getSnapshot()).toEqual({ status: "guest", guestAccount: null });
  await client.auth.restore();
  expect(server.received).toEqual([]);
  expect(storage.size).toBe(0);
});

test("a reader who comes back is restored by one refresh, and the new pair is confirmed once", async () => {
  const { server, openTab, rememberSession } = await openBrowser();
  server.reader = alice;
  rememberSession();
  const client = openTab();
  expect(client.getSnapshot()).toEqual({ status: "unknown" });
  await expect.poll(() => client.getSnapshot()).toEqual({ status: "user", account: alice });
  await expect.poll(() => server.count("GET /auth/session")).toBe(1);
  expect(server.count("POST /auth/refresh")).toBe(1);
});

test("a guest who comes back is still the same guest", async () => {
  const { server, openTab, rememberSession } = await openBrowser();
  server.reader = guest;
  rememberSession();
  const client = openTab();
  await client.auth.restore();
  expect(client.getSnapshot()).toEqual({ status: "guest", guestAccount: guest });
});

test("a session that the server does not know any more leaves no mark behind", async () => {
  const { storage, openTab, rememberSession } = await openBrowser();
  rememberSession();
  const client = openTab();
  await expect.poll(() => client.getSnapshot()).toEqual({ status: "guest", guestAccount: null });
  expect(storage.has(MARK)).toBe(false);
});

test("a lost answer is asked for again at once", async () => {
  const { server, openTab, rememberSession } = await openBrowser();
  server.reader = alice;
  rememberSession();
  server.next("POST /auth/refresh", hangUp);
  const client = openTab();
  await client.auth.restore();
  expect(client.getSnapshot().status).toBe("user");
});

test("a database or network that is away signs nobody out", async () => {
  const { server, storage, openTab, rememberSession } = await openBrowser();
  server.reader = alice;
  rememberSession();
  server.next("POST /auth/refresh", (_, response) => problem(response, 503, "database-unavailable"));
  const client = openTab();
  await expect(client.auth.restore()).rejects.toMatchObject({ code: "database-unavailable" });
  expect(client.getSnapshot()).toEqual({ status: "unknown" });
  expect(storage.get(MARK)).toBe("1");

  // It goes on trying by itself.
  await expect.poll(() => client.getSnapshot().status).toBe("user");
});

test("a proxy that answers with a page of its own signs nobody out", async () => {
  const { server, storage, openTab, rememberSession } = await openBrowser();
  server.reader = alice;
  rememberSession();
  server.next("POST /auth/refresh", (_, response) =>
    response.writeHead(401).end("<h1>Sign in to the hotel</h1>"),
  );
  const client = openTab();
  await expect(client.auth.restore()).rejects.toThrow();
  expect(storage.get(MARK)).toBe("1");
  await client.auth.restore();
  expect(client.getSnapshot().status).toBe("user");
});

test("calls that come together share one refresh", async () => {
  const { server, openTab, rememberSession } = await openBrowser();
  server.reader = alice;
  rememberSession();
  const client = openTab();
  await Promise.all([client.account.get(), client.account.get(), client.account.get()]);
  expect(server.count("POST /auth/refresh")).toBe(1);
});

test("what a call has restored is not restored again when the browser is idle", async () => {
  const { server, openTab, rememberSession } = await openBrowser();
  let beIdle: (() => void) | undefined;
  vi.stubGlobal("requestIdleCallback", (action: () => void) => {
    beIdle = action;
  });
  vi.stubGlobal("cancelIdleCallback", () => {});
  server.reader = alice;
  rememberSession();
  const client = openTab();
  await client.account.get();
  beIdle?.();
  await client.account.get();
  expect(server.count("POST /auth/refresh")).toBe(1);
});

test("a confirmation that does not reach the server is made up for", async () => {
  const { server, openTab, rememberSession } = await openBrowser();
  server.reader = alice;
  rememberSession();
  server.next("GET /auth/session", hangUp);
  server.next("GET /auth/session", hangUp);
  server.next("GET /auth/session", (_, response) => problem(response, 503, "database-unavailable"));
  openTab();
  await expect.poll(() => server.count("GET /auth/session")).toBe(4);
});

test("a session that ends between the refresh and its confirmation is over", async () => {
  const { server, openTab, rememberSession } = await openBrowser();
  server.reader = alice;
  rememberSession();
  server.next("GET /auth/session", (_, response) => problem(response, 401, "session-ended"));
  const client = openTab();
  await expect
    .poll(() => client.getSnapshot())
    .toEqual({
      status: "guest",
      guestAccount: null,
      endedBecause: "session-ended",
    });
});

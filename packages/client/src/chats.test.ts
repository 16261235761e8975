import { expect, test } from "vitest";
import { NetworkError } from "./errors.ts";
import { openBrowser } from "./tests/browser.ts";
import { json, problem } from "./tests/playing-server.ts";

const credentials = { email: "alice@example.org", password: "lantern orchard velvet nine" };

async function openAsAlice() {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.auth.login(credentials);
  return { server, client };
}

test("a conversation is exported as the file that the server makes, whatever its kind", async () => {
  const { server, client } = await openAsAlice();
  server.always("GET /conversations/c1/export?format=markdown", (_, response) =>
    response.writeHead(200, { "content-type": "text/markdown; charset=utf-8" }).end("# Bücher\n"),
  );
  const file = await client.chats.exportOf("c1", "markdown");
  expect(file.type).toContain("text/markdown");
  expect(await file.text()).toBe("# Bücher\n");
});

test("a file that breaks off is no file", async () => {
  const { server, client } = await openAsAlice();
  server.always("GET /conversations/c1/export?format=json", (_, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
    response.write("{", () => response.destroy());
  });
  await expect(client.chats.exportOf("c1", "json")).rejects.toThrow(NetworkError);
});

test("searched words travel as they were typed", async () => {
  const { server, client } = await openAsAlice();
  const found = { items: [], nextCursor: null };
  server.always("GET /conversations/search?q=cookies%20%26%20tokens&limit=5", (_, response) =>
    json(response, 200, found),
  );
  expect(await client.chats.search({ q: "cookies & tokens", limit: 5 })).toEqual(found);
});

test("a rating is given, replaced and taken back", async () => {
  const { server, client } = await openAsAlice();
  for (const method of ["POST", "DELETE"]) {
    server.always(`${method} /messages/m1/feedback`, (_, response) => void response.writeHead(204).end());
  }
  await client.chats.feedback("m1", "down", "beside the point");
  await client.chats.feedback("m1", "up");
  await client.chats.feedback("m1", null);
  const sent = server.received.filter(({ call }) => call.endsWith("/feedback"));
  expect(sent.map(({ call, body }) => [call.split(" ")[0], body])).toEqual([
    ["POST", { rating: "down", comment: "beside the point" }],
    ["POST", { rating: "up" }],
    ["DELETE", undefined],
  ]);
});

test("a report answers with its own id", async () => {
  const { server, client } = await openAsAlice();
  server.always("POST /messages/m1/report", (_, response) => json(response, 201, { id: "r1" }));
  expect(await client.chats.report("m1", { reason: "wrong" })).toEqual({ id: "r1" });
});

test("whoever keeps a place of the book without being anybody becomes a guest by it", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  const bookmark = {
    id: "b1",
    page: "/sessions",
    anchor: "refresh",
    note: null,
    createdAt: "2026-11-21T09:45:00.000Z",
  };
  server.always("POST /me/bookmarks", (_, response) => json(response, 201, bookmark));
  expect(await client.bookmarks.add({ page: "/sessions", anchor: "refresh" })).toEqual(bookmark);
  expect(client.getSnapshot()).toMatchObject({ status: "guest", guestAccount: { id: "guest" } });
  expect(server.received.at(-1)).toMatchObject({ body: { page: "/sessions", anchor: "refresh" } });
});

test("a guest who is gone begins anew with a bookmark", async () => {
  const { server, openTab } = await openBrowser();
  const client = openTab();
  await client.ensureGuest();
  server.next("POST /me/bookmarks", (_, response) => problem(response, 401, "session-ended"));
  server.next("POST /me/bookmarks", (_, response) => json(response, 201, { id: "b1" }));
  await client.bookmarks.add({ page: "/" });
  expect(server.count("POST /auth/guest")).toBe(2);
});

test("what is used of the quotas is a list", async () => {
  const { server, client } = await openAsAlice();
  const messages = { quota: "messages", used: 3, limit: 20, resetAt: "2026-11-22T09:45:00.000Z" };
  server.always("GET /me/usage", (_, response) =>
    json(response, 200, { items: [messages], nextCursor: null }),
  );
  expect(await client.usage.list()).toEqual([messages]);
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Conversation } from "../src/chats/schemas.ts";
import { type ChatReader, type ChatRooms, openChatRooms } from "./support/chat-rooms.ts";

let rooms: ChatRooms;
let alice: ChatReader;
let bob: ChatReader;

beforeAll(async () => {
  rooms = await openChatRooms();
});
beforeEach(async () => {
  alice = rooms.as(await rooms.addReader("alice"));
  bob = rooms.as(await rooms.addReader("bob"));
});
afterAll(() => rooms.close());

async function problemOf(answer: Response): Promise<{ status: number; code: string }> {
  const { code } = (await answer.json()) as { code: string };
  return { status: answer.status, code };
}

describe("conversations", () => {
  test("alice begins one, renames it, reads it and deletes it", async () => {
    const begun = await alice.send("POST", "/conversations", { page: "/lamp#lens" });
    expect(begun.status).toBe(201);
    const { id, ...rest } = (await begun.json()) as Conversation;
    expect(rest).toMatchObject({ title: null, page: "/lamp#lens", createdAt: rest.updatedAt });

    const renamed = await alice.send("PATCH", `/conversations/${id}`, { title: "  The lens " });
    expect(await renamed.json()).toMatchObject({ id, title: "The lens" });
    expect((await alice.send("GET", `/conversations/${id}`)).status).toBe(200);

    expect((await alice.send("DELETE", `/conversations/${id}`)).status).toBe(204);
    expect(await problemOf(await alice.send("DELETE", `/conversations/${id}`))).toEqual({
      status: 404,
      code: "not-found",
    });
  });

  test("bob cannot read, change, delete or ask in alice's conversation and cannot tell that it exists", async () => {
    const id = await alice.begin({ title: "Mine" });
    const requests = [
      ["GET", ""],
      ["PATCH", "", { title: "Bob's" }],
      ["DELETE", ""],
      ["GET", "/messages"],
      ["POST", "/messages", { content: "Whose is this?" }],
    ] as const;
    for (const [method, path, body] of requests) {
      const foreign = await bob.send(method, `/conversations/${id}${path}`, body);
      const absent = await bob.send(
        method,
        `/conversations/01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55${path}`,
        body,
      );
      expect(foreign.status).toBe(404);
      expect(await foreign.text()).toBe(await absent.text());
    }
    expect(await (await alice.send("GET", `/conversations/${id}`)).json()).toMatchObject({ title: "Mine" });
    expect(await alice.readMessages(id)).toEqual([]);
    expect(await (await bob.send("GET", "/conversations?userId=alice")).json()).toEqual({
      items: [],
      nextCursor: null,
    });
  });

  test("the last used comes first, page by page", async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      ids.push(await alice.begin());
      rooms.clock.advance(1_000);
    }
    await (await alice.ask(ids[1] ?? "", "What is a lamp?")).text();
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const query: string = cursor === "" ? "" : `&cursor=${cursor}`;
      const answer = await alice.send("GET", `/conversations?limit=2${query}`);
      const page = (await answer.json()) as { items: Conversation[]; nextCursor: string | null };
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([ids[1], ids[4], ids[3], ids[2], ids[0]]);
  });

  test("messages come oldest first, page by page", async () => {
    const id = await alice.begin();
    await (await alice.ask(id, "What is a lamp?")).text();
    await (await alice.ask(id, "What is a lens?")).text();
    const first = (await (await alice.send("GET", `/conversations/${id}/messages?limit=3`)).json()) as {
      items: { content: string }[];
      nextCursor: string;
    };
    const second = await alice.send("GET", `/conversations/${id}/messages?cursor=${first.nextCursor}`);
    const rest = ((await second.json()) as { items: { role: string }[]; nextCursor: null }).items;
    expect(first.items.map(({ content }) => content).filter((content) => /^What/.test(content))).toEqual([
      "What is a lamp?",
      "What is a lens?",
    ]);
    expect(rest.map(({ role }) => role)).toEqual(["assistant"]);
  });

  test.each([
    ["POST", "/conversations", { owner: "bob" }],
    ["POST", "/conversations", { page: "javascript:alert(1)" }],
    ["POST", "/conversations", { page: "//evil.example/" }],
    ["POST", "/conversations", { page: "/\\evil.example" }],
    ["POST", "/conversations", { title: " " }],
    ["POST", "/conversations", { title: "x".repeat(121) }],
    ["GET", "/conversations?limit=0"],
    ["GET", "/conversations?limit=101"],
    ["GET", "/conversations?limit=-1"],
    ["GET", "/conversations?limit=1&limit=2"],
    ["GET", "/conversations?cursor=nonsense"],
  ])("%s %s %j is refused", async (method, path, body?: object) => {
    expect(await problemOf(await alice.send(method, path, body))).toEqual({
      status: 422,
      code: "validation-failed",
    });
  });

  test.each([
    { content: "" },
    { content: " \n " },
    { content: "x".repeat(8001) },
    { content: "a\0b" },
    { content: "half \ud83d" },
    { content: 7 },
    { content: "x", role: "assistant" },
    { content: "x", page: `/${"x".repeat(2000)}` },
    { content: "x", selection: "x".repeat(2001) },
  ])("the question %j is refused and leaves no row", async (body) => {
    const id = await alice.begin();
    const answer = await alice.send("POST", `/conversations/${id}/messages`, body);
    expect(await problemOf(answer)).toEqual({ status: 422, code: "validation-failed" });
    expect(await alice.readMessages(id)).toEqual([]);
  });

  test("an id that is no id names nothing", async () => {
    expect(await problemOf(await alice.send("GET", "/conversations/1"))).toEqual({
      status: 404,
      code: "not-found",
    });
  });

  test("a reader who was deleted meanwhile leaves nothing", async () => {
    const nobody = rooms.as("01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55");
    expect(await problemOf(await nobody.send("POST", "/conversations", {}))).toEqual({
      status: 401,
      code: "session-ended",
    });
  });
});

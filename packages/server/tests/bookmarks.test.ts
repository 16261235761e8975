import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Bookmark } from "../src/bookmarks/schemas.ts";
import { uuidv7 } from "../src/uuid.ts";
import { bookmarksOf, guestWithChats, type Refusable } from "./support/guests.ts";
import { alice, bob, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let mine: string;
let others: string;
beforeAll(async () => {
  server = await startTestServer();
  mine = (await registerAndVerify(server, alice)).accessToken;
  others = (await registerAndVerify(server, bob)).accessToken;
});
afterAll(() => server.close());

const keep = (accessToken: string, body: object) =>
  server.browser().post<Refusable<Bookmark>>("/me/bookmarks", body, { accessToken });
const remove = (accessToken: string, id: string) =>
  server.browser().send<{ code?: string }>("DELETE", `/me/bookmarks/${id}`, { accessToken });

async function newReader(): Promise<string> {
  return (await guestWithChats(server.browser())).accessToken;
}

describe("a bookmark", () => {
  test("keeps a page or a heading, with a note or without, newest first", async () => {
    const reader = await newReader();
    const page = await keep(reader, { page: "/how-sessions-work" });
    expect(page.status).toBe(201);
    expect(page.body).toEqual({
      id: expect.any(String),
      page: "/how-sessions-work",
      anchor: null,
      note: null,
      createdAt: expect.any(String),
    });
    const heading = await keep(reader, {
      page: "/how-sessions-work",
      anchor: "refresh",
      note: "  Read again ",
    });
    expect(heading.body).toMatchObject({ anchor: "refresh", note: "Read again" });
    expect(await bookmarksOf(server, reader)).toEqual([heading.body, page.body]);
  });

  test("of a place that is kept already stays the same one, and takes the new note", async () => {
    const reader = await newReader();
    const place = { page: "/lamp", anchor: "wick" };
    const first = await keep(reader, place);
    const noted = await keep(reader, { ...place, note: "Trim it" });
    expect(noted).toMatchObject({ status: 201, body: { ...first.body, note: "Trim it" } });
    expect((await keep(reader, place)).body).toEqual(noted.body);
    expect((await keep(reader, { ...place, note: " " })).body).toEqual(first.body);
    expect(await bookmarksOf(server, reader)).toEqual([first.body]);
  });

  test("is one, also when ten windows keep the place at the same moment", async () => {
    const reader = await newReader();
    const answers = await Promise.all(Array.from({ length: 10 }, () => keep(reader, { page: "/lamp" })));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await bookmarksOf(server, reader)).toHaveLength(1);
  });

  test("goes with its note, and only once", async () => {
    const reader = await newReader();
    const { body } = await keep(reader, { page: "/lamp", note: "Mine" });
    expect((await remove(reader, body.id)).status).toBe(204);
    expect(await remove(reader, body.id)).toMatchObject({ status: 404, body: { code: "not-found" } });
    expect(await bookmarksOf(server, reader)).toEqual([]);
  });

  test("is its owner's alone: to anybody else it does not exist", async () => {
    const { body } = await keep(mine, { page: "/private", note: "Only for me" });
    const strangers = await remove(others, body.id);
    const nobodys = await remove(others, uuidv7());
    expect(strangers).toMatchObject({ status: 404, body: { code: "not-found" } });
    expect({ ...strangers.body, requestId: "" }).toEqual({ ...nobodys.body, requestId: "" });
    expect(await bookmarksOf(server, others)).toEqual([]);
    expect(await bookmarksOf(server, mine)).toEqual([body]);
  });

  test("needs a reader", async () => {
    const browser = server.browser();
    expect((await browser.get("/me/bookmarks")).status).toBe(401);
    expect((await browser.post("/me/bookmarks", { page: "/lamp" })).status).toBe(401);
    expect((await browser.send("DELETE", `/me/bookmarks/${uuidv7()}`)).status).toBe(401);
  });

  test.each<[string, object]>([
    ["another site", { page: "https://elsewhere.example/lamp" }],
    ["another site without a scheme", { page: "//elsewhere.example/lamp" }],
    ["what browsers take for another site", { page: "/\\elsewhere.example" }],
    ["a script", { page: "javascript:alert(1)" }],
    ["a word", { page: "lamp" }],
    ["a way up", { page: "/book/../admin" }],
    ["a hidden way up", { page: "/book/%2E%2e/admin" }],
    ["a query", { page: "/lamp?next=https://elsewhere.example" }],
    ["a page with its anchor", { page: "/lamp#wick" }],
    ["white space", { page: "/lamp post" }],
    ["a page without an end", { page: `/${"x".repeat(500)}` }],
    ["what no database keeps", { page: "/lamp\0" }],
    ["an empty anchor", { page: "/lamp", anchor: "" }],
    ["an anchor with its sign", { page: "/lamp", anchor: "#wick" }],
    ["an anchor without an end", { page: "/lamp", anchor: "x".repeat(201) }],
    ["a note without an end", { page: "/lamp", note: "x".repeat(1001) }],
    ["a note that is a number", { page: "/lamp", note: 7 }],
    ["somebody else's id", { page: "/lamp", ownerId: uuidv7() }],
    ["nothing", {}],
  ])("is not made of %s", async (_, body) => {
    expect(await keep(mine, body)).toMatchObject({ status: 422, body: { code: "validation-failed" } });
  });
});

describe("the list of bookmarks", () => {
  test("comes in pages, none of which repeats or leaves out", async () => {
    const reader = await newReader();
    const kept: string[] = [];
    for (let number = 0; number < 7; number++) {
      kept.unshift((await keep(reader, { page: `/page-${number}` })).body.id);
    }
    const seen: string[] = [];
    let query = "?limit=3";
    for (let pages = 0; pages < 3; pages++) {
      const { body } = await server
        .browser()
        .get<{ items: Bookmark[]; nextCursor: string | null }>(`/me/bookmarks${query}`, {
          accessToken: reader,
        });
      seen.push(...body.items.map(({ id }) => id));
      query = `?limit=3&cursor=${body.nextCursor}`;
      // One that was added meanwhile belongs before what has been read.
      if (pages === 0) await keep(reader, { page: "/added-later" });
      expect(body.nextCursor === null).toBe(pages === 2);
    }
    expect(seen).toEqual(kept);
  });

  test.each(["limit=0", "limit=101", "limit=-1", "limit=many", "cursor=bm9uc2Vuc2U", "cursor=1"])(
    "is not read with %s",
    async (query) => {
      const { status } = await server
        .browser()
        .get(`/me/bookmarks?${query}`, { headers: { authorization: `Bearer ${mine}` } });
      expect(status).toBe(422);
    },
  );

  test("ends at a thousand, of which none is lost, and places that are kept still take a note", async () => {
    const session = await guestWithChats(server.browser());
    const at = server.clock.now();
    const rows = Array.from({ length: 999 }, (_, number) => ({
      id: uuidv7(),
      ownerId: session.account.id,
      page: `/page-${number}`,
      anchor: null,
      note: null,
      createdAt: at,
    }));
    await server.database.db.insertInto("bookmark").values(rows).execute();
    const reader = session.accessToken;
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, number) => keep(reader, { page: `/late-${number}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe("too-many-bookmarks");
    expect((await keep(reader, { page: "/page-7", note: "Still" })).body.note).toBe("Still");
  });
});

test("bookmarks are in their reader's copy, and go with the reader", async () => {
  const session = await registerAndVerify(server, { ...alice, email: "leaves@example.org" });
  const { accessToken } = session;
  const { body } = await keep(accessToken, { page: "/lamp", anchor: "wick", note: "In the copy" });
  await keep(others, { page: "/not-in-the-copy" });
  const copy = await server.browser().get<{ bookmarks: Bookmark[] }>("/me/export", { accessToken });
  expect(copy.body.bookmarks).toEqual([body]);
  expect((await server.browser().send("DELETE", "/me", { accessToken })).status).toBe(204);
  const left = await server.database.db.selectFrom("bookmark").select("ownerId").execute();
  expect(left).not.toContainEqual({ ownerId: session.account.id });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../src/reports/schemas.ts";
import { uuidv7 } from "../src/uuid.ts";
import { guestWithChats, type Refusable } from "./support/guests.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { converse, messagesOf, reportsFor, signInAs } from "./support/reports.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let mine: string;
let moderator: string;
let carol: string;
beforeAll(async () => {
  server = await startTestServer();
  mine = (await registerAndVerify(server, alice)).accessToken;
  moderator = (await signInAs(server, "moderator")).accessToken;
  carol = (await signInAs(server, "admin", "carol")).accessToken;
});
afterAll(() => server.close());

const decide = (accessToken: string, id: string, body: object) =>
  server.browser().send<Refusable<Report>>("PATCH", `/admin/reports/${id}`, { accessToken, body });

async function reported(question: string) {
  const { id, messages } = await converse(server, mine, question);
  const path = `/messages/${messages[1]?.id}/report`;
  const { body } = await server
    .browser()
    .post<{ id: string }>(path, { reason: "wrong" }, { accessToken: mine });
  return { report: body.id, conversation: id, answer: messages[1] };
}

const activityOf = async (accessToken: string) => {
  const { body } = await server
    .browser()
    .get<{ items: { kind: string; detail: object }[] }>("/me/activity", { accessToken });
  return body.items.map(({ kind, detail }) => ({ kind, detail }));
};

describe("reports are for moderators and administrators alone", () => {
  test("a reader and a guest are refused, without learning what exists", async () => {
    const { report } = await reported("Lens?");
    const guest = (await guestWithChats(server.browser())).accessToken;
    for (const accessToken of [mine, guest]) {
      const list = await server.browser().get<{ code?: string }>("/admin/reports", { accessToken });
      expect(list).toMatchObject({ status: 403, body: { code: "insufficient-rank" } });
      for (const id of [report, uuidv7()]) {
        const refused = await decide(accessToken, id, { status: "dismissed" });
        expect(refused).toMatchObject({ status: 403, body: { code: "insufficient-rank" } });
      }
    }
    const anonymous = await server.browser().get("/admin/reports");
    expect(anonymous.status).toBe(401);
  });

  test("both may list and decide, and a report that does not exist is not found", async () => {
    const { report } = await reported("Lens?");
    for (const accessToken of [moderator, carol]) {
      expect((await reportsFor(server, accessToken)).map(({ id }) => id)).toContain(report);
      expect((await decide(accessToken, report, { status: "dismissed" })).status).toBe(200);
      expect(await decide(accessToken, uuidv7(), { status: "dismissed" })).toMatchObject({ status: 404 });
    }
  });
});

describe("a moderator's decision", () => {
  test("hides the answer from its reader at once, and gives it back", async () => {
    const { report, conversation, answer } = await reported("How do I light the lamp?");
    const hidden = await decide(moderator, report, { status: "resolved", action: "hide", note: "Invented" });
    expect(hidden).toMatchObject({
      status: 200,
      body: { status: "resolved", action: "hide", note: "Invented", messageStatus: "hidden" },
    });
    expect((await messagesOf(server, mine, conversation))[1]).toMatchObject({
      id: answer?.id,
      status: "hidden",
      content: "",
      sources: [],
    });
    const copy = await server.browser().get("/me/export", { accessToken: mine });
    const words = answer?.content.slice(0, 80) ?? "";
    expect(JSON.stringify(answer)).toContain(JSON.stringify(words).slice(1, -1));
    expect(JSON.stringify(copy.body)).not.toContain(JSON.stringify(words).slice(1, -1));

    await decide(moderator, report, { status: "dismissed", action: "show" });
    expect((await messagesOf(server, mine, conversation))[1]).toMatchObject({
      status: "complete",
      content: answer?.content,
      sources: answer?.sources,
    });
  });

  test("leaves a hidden answer out of the search in one's own chats", async () => {
    const { report, conversation } = await reported("How do I polish the prisms?");
    const find = async () => {
      const { body } = await server
        .browser()
        .get<{ items: { messageId: string | null; conversation: { id: string } }[] }>(
          "/conversations/search?q=vinegar",
          { accessToken: mine },
        );
      return body.items.filter((item) => item.conversation.id === conversation);
    };
    expect(await find()).toHaveLength(1);
    await decide(moderator, report, { status: "resolved", action: "hide" });
    expect(await find()).toEqual([]);
  });

  test("is in the moderator's activity; hiding and showing are in the reader's, who is told nobody's name", async () => {
    const { report, answer } = await reported("Fuel?");
    await decide(moderator, report, { status: "resolved", action: "hide" });
    await decide(moderator, report, { status: "resolved", action: "hide" });
    await decide(moderator, report, { status: "resolved", action: "show" });
    const [shown, hidden, earlier] = await activityOf(mine);
    expect(shown).toEqual({ kind: "answer-shown", detail: { messageId: answer?.id } });
    expect(hidden).toEqual({ kind: "answer-hidden", detail: { messageId: answer?.id } });
    expect(earlier?.detail).not.toEqual({ messageId: answer?.id });
    expect((await activityOf(moderator))[0]).toEqual({
      kind: "report-handled",
      detail: { reportId: report, status: "resolved", action: "show" },
    });
  });

  test("ends an answer that is being written when it hides it, and keeps its place in the list", async () => {
    const { report, conversation, answer } = await reported("Keeper?");
    await server.database.db
      .updateTable("message")
      .set({ status: "streaming" })
      .where("id", "=", answer?.id ?? "")
      .execute();
    await decide(moderator, report, { status: "resolved", action: "hide" });
    expect((await messagesOf(server, mine, conversation))[1]?.status).toBe("hidden");
    await decide(moderator, report, { status: "resolved", action: "show" });
    expect((await messagesOf(server, mine, conversation))[1]?.status).toBe("failed");
  });

  test("can be listed by status, page by page, oldest first", async () => {
    const reports = [await reported("One?"), await reported("Two?"), await reported("Three?")];
    const ids = reports.map(({ report }) => report);
    for (const id of ids.slice(0, 2)) await decide(carol, id, { status: "dismissed" });
    const dismissed = (await reportsFor(server, carol, "?status=dismissed&limit=100")).map(({ id }) => id);
    expect(dismissed.filter((id) => ids.includes(id))).toEqual(ids.slice(0, 2));
    const open = (await reportsFor(server, carol, "?status=open&limit=100")).map(({ id }) => id);
    expect(open).toContain(ids[2]);
    expect(open).not.toContain(ids[0]);

    const seen: string[] = [];
    let cursor = "";
    do {
      const { body } = await server
        .browser()
        .get<{ items: Report[]; nextCursor: string | null }>(`/admin/reports?limit=2${cursor}`, {
          accessToken: carol,
        });
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : "";
    } while (cursor);
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen).toEqual(expect.arrayContaining(ids));
  });

  test.each([
    [{}],
    [{ status: "done" }],
    [{ status: "open", action: "burn" }],
    [{ status: "open", role: "admin" }],
  ])("is not %j", async (body) => {
    const { report } = await reported("Lens?");
    expect((await decide(moderator, report, body)).status).toBe(422);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createAudit } from "../src/audit/audit.ts";
import { closedReportsLastMs, createReports } from "../src/reports/service.ts";
import { uuidv7 } from "../src/uuid.ts";
import { guestWithChats, type Refusable } from "./support/guests.ts";
import { alice, bob, registerAndVerify } from "./support/people.ts";
import { converse, messagesOf, reportsFor, signInAs } from "./support/reports.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let mine: string;
let others: string;
let moderator: string;
beforeAll(async () => {
  server = await startTestServer();
  mine = (await registerAndVerify(server, alice)).accessToken;
  others = (await registerAndVerify(server, bob)).accessToken;
  moderator = (await signInAs(server, "moderator")).accessToken;
});
afterAll(() => server.close());
beforeEach(async () => {
  await server.database.db.deleteFrom("report").execute();
});

const report = (accessToken: string, id: string | undefined, body: object = { reason: "wrong" }) =>
  server.browser().post<Refusable<{ id: string }>>(`/messages/${id}/report`, body, { accessToken });

describe("a report", () => {
  test("shows moderators the answer with two messages on either side, as they were, and nobody's name", async () => {
    const questions = ["What is the lamp?", "And the lens?", "How do I light the lamp?", "Fuel?", "Prisms?"];
    const { id, messages } = await converse(server, mine, ...questions);
    const answer = messages[5];
    const reported = await report(mine, answer?.id, { reason: "harmful", comment: " It burns. " });
    expect(reported.status).toBe(201);

    const [shown] = await reportsFor(server, moderator);
    expect(shown).toMatchObject({
      id: reported.body.id,
      status: "open",
      reason: "harmful",
      comment: "It burns.",
      reportedMessageId: answer?.id,
      messageStatus: "shown",
      action: "none",
      note: null,
    });
    expect(shown?.messages.map((message) => message.id)).toEqual(messages.slice(3, 8).map((m) => m.id));
    for (const { content } of messages.slice(0, 3)) expect(JSON.stringify(shown)).not.toContain(content);
    expect(JSON.stringify(shown)).not.toMatch(/alice|ownerId/i);
    expect((await messagesOf(server, mine, id))[5]?.reported).toBe(true);
  });

  test("is for one's own answers: a stranger's, a question and one that does not exist are refused alike", async () => {
    const { messages } = await converse(server, mine, "Lens?");
    const [question, answer] = messages;
    for (const refused of [
      await report(others, answer?.id),
      await report(mine, question?.id),
      await report(mine, uuidv7()),
    ])
      expect(refused).toMatchObject({ status: 404, body: { code: "not-found" } });
    expect((await report(mine, answer?.id, { reason: "dull" })).status).toBe(422);
    expect(await reportsFor(server, moderator)).toEqual([]);
  });

  test("is one, however often the answer is reported, also at the same moment", async () => {
    const { messages } = await converse(server, mine, "Lens?");
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        report(mine, messages[1]?.id, { reason: "other", comment: `${i}` }),
      ),
    );
    expect(new Set(all.map(({ body }) => body.id)).size).toBe(1);
    expect(await reportsFor(server, moderator)).toHaveLength(1);
  });

  test("stays when its conversation is deleted, and goes with the account", async () => {
    const person = { ...alice, email: "leaves@example.org" };
    const { accessToken } = await registerAndVerify(server, person);
    const { id, messages } = await converse(server, accessToken, "Lens?");
    await report(accessToken, messages[1]?.id);
    await server.browser().send("DELETE", `/conversations/${id}`, { accessToken });
    expect(await reportsFor(server, moderator)).toMatchObject([
      { messageStatus: "deleted", messages: [{ content: "Lens?" }, { id: messages[1]?.id }] },
    ]);
    const { password } = person;
    expect(await server.browser().send("DELETE", "/me", { accessToken, body: { password } })).toMatchObject({
      status: 204,
    });
    expect(await reportsFor(server, moderator)).toEqual([]);
  });

  test("of a guest belongs to the account afterwards, in whose copy it is", async () => {
    const browser = server.browser();
    const guest = await guestWithChats(browser);
    const { messages } = await converse(server, guest.accessToken, "Lens?");
    const { body } = await report(guest.accessToken, messages[1]?.id, { reason: "privacy" });
    const { email, password } = bob;
    const login = await browser.post<{ accessToken: string }>(
      "/auth/login",
      { email, password },
      { accessToken: guest.accessToken },
    );
    const { accessToken } = login.body;
    const copy = await server.browser().get<{ reports: object[] }>("/me/export", { accessToken });
    expect(copy.body.reports).toMatchObject([{ id: body.id, reason: "privacy", status: "open" }]);
  });

  test("that was closed goes after ninety days, one that is open stays", async () => {
    const { messages } = await converse(server, mine, "Lens?", "Fuel?");
    const closed = await report(mine, messages[1]?.id);
    const open = await report(mine, messages[3]?.id);
    const { db } = server.database;
    const { clock } = server;
    const long = new Date(clock.now().getTime() - closedReportsLastMs - 1_000);
    await db.updateTable("report").set({ updatedAt: long }).execute();
    await db.updateTable("report").set({ status: "dismissed" }).where("id", "=", closed.body.id).execute();
    await createReports({ database: db, clock, audit: createAudit({ clock }) }).purge();
    expect((await reportsFor(server, moderator)).map(({ id }) => id)).toEqual([open.body.id]);
  });
});

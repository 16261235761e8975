import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { moveConversations } from "../src/chats/queries.ts";
import { type ChatReader, type ChatRooms, openChatRooms, readParts, textOf } from "./support/chat-rooms.ts";
import { createScriptedModel, type ScriptedModel } from "./support/scripted-model.ts";

let scripted: ScriptedModel;
let rooms: ChatRooms;
let alice: ChatReader;

beforeEach(async () => {
  scripted = createScriptedModel();
  rooms = await openChatRooms(scripted.model);
  alice = rooms.as(await rooms.addReader("alice"));
});
afterEach(() => rooms.close());

const question = "How do I light the lamp?";

async function isComplete(reader: ChatReader, id: string) {
  await expect.poll(() => reader.lastMessage(id)).toMatchObject({ status: "complete" });
}

describe("an answer", () => {
  test("is streamed as it comes and stored as it was streamed, with its sources", async () => {
    const id = await alice.begin();
    const answer = await alice.ask(id, question, { page: "/lamp", selection: "wick" });
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "text/event-stream",
      "x-vercel-ai-ui-message-stream": "v1",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
    await scripted.asked();
    scripted.write("Open the ");
    scripted.write("valve.");
    scripted.finish();
    const parts = await readParts(answer);
    expect(parts.map(({ type }) => type)).toEqual([
      "start",
      ...parts.filter(({ type }) => type === "source-url").map(({ type }) => type),
      "start-step",
      "text-start",
      "text-delta",
      "text-delta",
      "text-end",
      "finish-step",
      "finish",
    ]);

    const [asked, stored] = await alice.readMessages(id);
    expect(asked).toMatchObject({ role: "user", content: question, sources: [], status: "complete" });
    expect(stored).toMatchObject({ role: "assistant", content: "Open the valve.", status: "complete" });
    expect(parts[0]?.messageId).toBe(stored?.id);
    expect(stored?.sources[0]).toEqual({
      title: "The lamp › How do I light the lamp?",
      url: "/lamp#how-do-i-light-the-lamp",
      quote: expect.stringContaining("Open the valve a quarter turn"),
    });
    expect(parts.filter(({ type }) => type === "source-url").map(({ url }) => url)).toEqual(
      stored?.sources.map(({ url }) => url),
    );
    const conversation = await (await alice.send("GET", `/conversations/${id}`)).json();
    expect(conversation).toMatchObject({ title: question });
  });

  test("is stored while it is written, and goes on when the reader has left", async () => {
    const id = await alice.begin();
    const answer = await alice.ask(id, question);
    const reader = answer.body?.getReader();
    await reader?.read();
    await scripted.asked();
    scripted.write("Open ");
    await expect.poll(() => alice.lastMessage(id)).toMatchObject({ content: "Open ", status: "streaming" });
    await reader?.cancel();
    scripted.write("the valve.");
    scripted.finish();
    await isComplete(alice, id);
    expect(await alice.lastMessage(id)).toMatchObject({ content: "Open the valve." });
  });

  test("is the only one of its conversation: of two parallel questions one is refused, without a trace", async () => {
    const id = await alice.begin();
    const answers = await Promise.all([alice.ask(id, "One?"), alice.ask(id, "Two?")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(await refused?.json()).toMatchObject({ code: "answer-running" });
    await scripted.asked();
    scripted.finish();
    await isComplete(alice, id);
    expect(await alice.readMessages(id)).toHaveLength(2);
  });

  test("follows a guest who is merged into an account while it is written", async () => {
    const guest = rooms.as(await rooms.addReader("guest"));
    const id = await guest.begin();
    const answer = await guest.ask(id, question);
    await scripted.asked();
    scripted.write("Open ");
    await rooms.db.transaction().execute(async (trx) => {
      await trx.selectFrom("user").select("id").where("id", "=", guest.id).forUpdate().execute();
      expect(await moveConversations(trx, { fromUserId: guest.id, toUserId: alice.id })).toBe(1);
      await trx.updateTable("user").set({ mergedInto: alice.id }).where("id", "=", guest.id).execute();
    });
    scripted.write("it.");
    scripted.finish();
    expect(textOf(await readParts(answer))).toBe("Open it.");
    expect(await alice.lastMessage(id)).toMatchObject({ content: "Open it.", status: "complete" });
    expect((await guest.send("GET", `/conversations/${id}`)).status).toBe(404);

    const late = await guest.begin({ title: "On its way during the merge" });
    expect((await alice.send("GET", `/conversations/${late}`)).status).toBe(200);
  });

  test("that a dead server left behind counts as failed and lets the next question pass", async () => {
    const id = await alice.begin();
    void alice.ask(id, "One?");
    await scripted.asked();
    expect((await alice.ask(id, "Two?")).status).toBe(409);
    rooms.clock.advance(31_000);
    expect(await alice.lastMessage(id)).toMatchObject({ status: "failed" });
    const answer = await alice.ask(id, "Three?");
    expect(answer.status).toBe(200);
    await scripted.asked();
    scripted.write("Yes.");
    scripted.finish();
    await readParts(answer);
    const statuses = (await alice.readMessages(id)).map(({ content, status }) => [content, status]);
    expect(statuses).toEqual([
      ["One?", "complete"],
      ["", "failed"],
      ["Three?", "complete"],
      ["Yes.", "complete"],
    ]);
  });

  test("keeps what had come when the model fails, and says so without details", async () => {
    const id = await alice.begin();
    const answer = await alice.ask(id, question);
    await scripted.asked();
    scripted.write("Open ");
    scripted.fail(new Error("key sk-secret is wrong"));
    const text = await answer.text();
    expect(text).toContain('data: {"type":"error","errorText":"The answer could not be written."}');
    expect(text).not.toContain("secret");
    expect(text.endsWith("data: [DONE]\n\n")).toBe(true);
    expect(await alice.lastMessage(id)).toMatchObject({ content: "Open ", status: "failed" });
  });

  test("ends when its conversation is deleted", async () => {
    const id = await alice.begin();
    const answer = await alice.ask(id, question);
    await scripted.asked();
    expect((await alice.send("DELETE", `/conversations/${id}`)).status).toBe(204);
    expect((await readParts(answer)).at(-1)?.type).toBe("error");
  });

  test("is kept as far as it came when the server is stopped", async () => {
    const id = await alice.begin();
    const answer = await alice.ask(id, question);
    await scripted.asked();
    scripted.write("Open ");
    const reader = answer.body?.getReader();
    await reader?.read();
    await rooms.chats.close({ graceMs: 100 });
    expect(await alice.lastMessage(id)).toMatchObject({ content: "Open ", status: "failed" });
  });

  test("is waited for when the server is stopped", async () => {
    const id = await alice.begin();
    await alice.ask(id, question);
    await scripted.asked();
    const closed = rooms.chats.close({ graceMs: 10_000 });
    scripted.write("Done.");
    scripted.finish();
    await closed;
    expect(await alice.lastMessage(id)).toMatchObject({ content: "Done.", status: "complete" });
  });

  test("adds up to what is stored, whatever the model says", async () => {
    const id = await alice.begin();
    const delta = fc.oneof(
      // Any 16 bits: also halves of characters, which may come with the next part.
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
      fc.constant("a\0b"),
      fc.constant("x".repeat(3_000)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(delta, { maxLength: 20 }), async (deltas) => {
        const answer = await alice.ask(id, question);
        await scripted.asked();
        for (const text of deltas) scripted.write(text);
        scripted.finish();
        const parts = await readParts(answer);
        const messages = await rooms.db
          .selectFrom("message")
          .selectAll()
          .where("id", "=", parts[0]?.messageId ?? "")
          .execute();
        expect(messages[0]).toMatchObject({ content: textOf(parts), status: "complete" });
      }),
      { numRuns: 15 },
    );
  });
});

import { DefaultChatTransport, readUIMessageStream, type UIMessage } from "ai";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type ChatReader, type ChatRooms, openChatRooms, readParts, textOf } from "./support/chat-rooms.ts";
import { answerIdOf, lastEventIdOf, readEvents } from "./support/event-reader.ts";
import { createScriptedModel, type ScriptedModel } from "./support/scripted-model.ts";

let scripted: ScriptedModel;
let rooms: ChatRooms;
let alice: ChatReader;
let conversation: string;

beforeAll(async () => {
  scripted = createScriptedModel();
  rooms = await openChatRooms(scripted.model);
});
beforeEach(async () => {
  alice = rooms.as(await rooms.addReader("alice"));
  conversation = await alice.begin();
});
afterAll(() => rooms.close());

async function ask(question = "How do I light the lamp?") {
  const events = readEvents(await alice.ask(conversation, question));
  await scripted.asked();
  return { events, id: answerIdOf(await events.until("messageId")) };
}

test("the first words are read before the model has written the last", async () => {
  const { events } = await ask();
  scripted.write("Open the valve. ");
  expect(await events.until("valve")).not.toContain("finish");
  scripted.write("Then wait.");
  scripted.finish();
  expect(await events.rest()).toMatch(/"type":"finish".*\n\ndata: \[DONE\]\n\n$/s);
});

test("a silent model keeps no connection silent", async () => {
  const { events } = await ask();
  rooms.clock.advance(16_000);
  expect(await events.until(": waiting")).toContain("\n\n: waiting\n\n");
  scripted.finish();
  await events.rest();
});

test("an answer is followed again from the event that was read last, by any number of readers", async () => {
  const { events, id } = await ask();
  scripted.write("Open ");
  const seen = await events.until('"delta":"Open ');
  await events.leave();
  const again = readEvents(await alice.follow(id, lastEventIdOf(seen)));
  const whole = readEvents(await alice.follow(id));
  scripted.write("the valve.");
  scripted.finish();
  const rest = await again.rest();
  expect(rest).not.toContain('"start"');
  expect(textOf(await readParts(new Response(rest)))).toBe("the valve.");
  expect(textOf(await readParts(new Response(await whole.rest())))).toBe("Open the valve.");
  expect((await alice.follow(id)).status).toBe(204);
});

test("bob cannot follow or stop alice's answer, and cannot tell that it exists", async () => {
  const { events, id } = await ask();
  const bob = rooms.as(await rooms.addReader("bob"));
  const absent = "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55";
  for (const act of [bob.follow, bob.stop]) {
    const foreign = await act(id);
    expect(foreign.status).toBe(404);
    expect(await foreign.text()).toBe(await (await act(absent)).text());
  }
  expect((await alice.follow(id, "far"))?.status).toBe(422);
  scripted.finish();
  await events.rest();
});

test("a question that is sent again under its own id is answered with its answer, while it is written and after", async () => {
  const body = { id: "q-1" };
  const first = readEvents(await alice.ask(conversation, "How?", body));
  await scripted.asked();
  const id = answerIdOf(await first.until("messageId"));
  await first.leave();
  const second = readEvents(await alice.ask(conversation, "How?", body));
  scripted.write("So.");
  scripted.finish();
  const text = await second.rest();
  expect(answerIdOf(text)).toBe(id);
  const third = await readParts(await alice.ask(conversation, "How?", body));
  expect(third.at(-1)).toMatchObject({ type: "finish" });
  expect(textOf(third)).toBe("So.");
  expect(await alice.readMessages(conversation)).toHaveLength(2);
  expect((await alice.ask(conversation, "Something else?", body)).status).toBe(422);
  expect((await alice.ask(conversation, "How?", { id: "no id!" })).status).toBe(422);
});

test("a hidden answer stays hidden when its question is sent again", async () => {
  const body = { id: "q-2" };
  const answer = await alice.ask(conversation, "How?", body);
  await scripted.asked();
  scripted.write("A secret.");
  scripted.finish();
  await answer.text();
  await rooms.db
    .updateTable("message")
    .set({ status: "hidden" })
    .where("conversationId", "=", conversation)
    .where("role", "=", "assistant")
    .execute();
  const again = await (await alice.ask(conversation, "How?", body)).text();
  expect(again).toContain('"type":"error"');
  expect(again).not.toContain("secret");
});

test("a question that is sent twenty times at once is asked once", async () => {
  const asked = Array.from({ length: 20 }, () => alice.ask(conversation, "How?", { id: "q-1" }));
  const answers = await Promise.all(asked);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  await scripted.asked();
  scripted.write("So.");
  scripted.finish();
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(texts.map(answerIdOf)).size).toBe(1);
  expect(await alice.readMessages(conversation)).toHaveLength(2);
});

test("every part is one that the AI SDK knows, and together they are the message", async () => {
  const transport = new DefaultChatTransport({
    fetch: async () => alice.ask(conversation, "How do I light the lamp?"),
  });
  const sending = transport.sendMessages({
    chatId: conversation,
    messages: [],
    trigger: "submit-message",
    messageId: undefined,
    abortSignal: undefined,
  });
  await scripted.asked();
  scripted.write("Open \ud83d");
  scripted.write("\udd26 the valve.");
  scripted.finish();
  const stream = await sending;
  let message: UIMessage | undefined;
  for await (const state of readUIMessageStream({ stream })) message = state;
  const stored = await alice.lastMessage(conversation);
  expect(message?.id).toBe(stored?.id);
  expect(message?.parts.find(({ type }) => type === "text")).toMatchObject({
    text: stored?.content,
    state: "done",
  });
  expect(stored?.content).toBe("Open \ud83d\udd26 the valve.");
});

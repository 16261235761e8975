import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type ChatReader, type ChatRooms, openChatRooms, readParts, textOf } from "./support/chat-rooms.ts";
import { answerIdOf, readEvents } from "./support/event-reader.ts";
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

async function askAndRead(text: string) {
  const events = readEvents(await alice.ask(conversation, "How?"));
  await scripted.asked();
  scripted.write(text);
  return { events, id: answerIdOf(await events.until(`"delta":"${text}`)) };
}

test("alice stops an answer: what came is kept, the stream ends well, and she can ask again at once", async () => {
  const { events, id } = await askAndRead("Open the valve");
  expect((await alice.stop(id)).status).toBe(204);
  expect(await alice.lastMessage(conversation)).toMatchObject({
    content: "Open the valve",
    status: "complete",
  });
  const parts = await readParts(new Response(await events.rest()));
  expect(parts.slice(-3).map(({ type }) => type)).toEqual(["text-end", "finish-step", "finish"]);
  expect((await alice.stop(id)).status).toBe(204);
  expect((await alice.ask(conversation, "And then?")).status).toBe(200);
  await scripted.asked();
  scripted.finish();
});

test("nothing happens to an answer that has ended, nor to a question", async () => {
  const { events, id } = await askAndRead("Yes.");
  scripted.finish();
  await events.rest();
  const [question] = await alice.readMessages(conversation);
  for (const name of [id, question?.id ?? ""]) expect((await alice.stop(name)).status).toBe(204);
  expect(await alice.lastMessage(conversation)).toMatchObject({ content: "Yes.", status: "complete" });
});

test("a model that hangs is given up, and the conversation can go on", async () => {
  const { events } = await askAndRead("Open");
  rooms.clock.advance(121_000);
  expect(await events.rest()).toContain('"type":"error"');
  expect(await alice.lastMessage(conversation)).toMatchObject({ content: "Open", status: "failed" });
  expect((await alice.ask(conversation, "Again?")).status).toBe(200);
  await scripted.asked();
  scripted.finish();
});

test("a model that never ends is ended", async () => {
  const { events } = await askAndRead("Open");
  for (let minutes = 1; minutes <= 10; minutes += 1) {
    rooms.clock.advance(60_000);
    scripted.write(` ${minutes}`);
    // Read by the writer, so that it is the whole time that ends it and not the model's silence.
    if (minutes < 10) await events.until(` ${minutes}`);
  }
  expect(await events.rest()).toContain('"type":"error"');
  expect(await alice.lastMessage(conversation)).toMatchObject({ status: "failed" });
});

test("a reader whose session has ended reads no further; the answer is stored to its end", async () => {
  const { events } = await askAndRead("Open ");
  rooms.signOut(alice.id);
  await expect(events.rest()).rejects.toThrow("let go");
  scripted.write("the valve.");
  scripted.finish();
  await expect
    .poll(() => alice.lastMessage(conversation))
    .toMatchObject({ content: "Open the valve.", status: "complete" });
});

test("an answer ends for its readers when its account is deleted", async () => {
  const { events } = await askAndRead("Open ");
  await rooms.db.deleteFrom("user").where("id", "=", alice.id).execute();
  scripted.write("the valve.");
  expect(await events.rest()).toContain('"type":"error"');
  const left = rooms.db.selectFrom("message").select("id").where("conversationId", "=", conversation);
  expect(await left.execute()).toEqual([]);
});

test("readers are told when the server stops, the answer is kept as far as it came, and no question begins", async () => {
  const node = await openChatRooms(scripted.model, rooms);
  const here = node.as(alice.id);
  const events = readEvents(await here.ask(conversation, "How?"));
  await scripted.asked();
  scripted.write("Open ");
  await events.until('"delta":"Open ');
  const another = await here.begin();
  const closed = node.chats.close({ graceMs: 100 });
  const refused = await here.ask(another, "Now?");
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ code: "server-busy" });
  expect(await events.rest()).toContain('"type":"error"');
  await closed;
  expect(await alice.lastMessage(conversation)).toMatchObject({ content: "Open ", status: "failed" });
  await node.close();
});

test("another node follows an answer and stops it; of twenty questions over two nodes one is answered", async () => {
  const elsewhere = await openChatRooms(scripted.model, rooms);
  const there = elsewhere.as(alice.id);
  const { events, id } = await askAndRead("Open ");
  const followed = readEvents(await there.follow(id));
  await followed.until('"delta":"Open ');
  scripted.write("the valve");
  await events.until('"delta":"the valve"');
  const questions = Array.from({ length: 20 }, (_, i) =>
    (i % 2 ? alice : there).ask(conversation, "Me too?"),
  );
  const statuses = (await Promise.all(questions)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([409]));
  expect((await there.stop(id)).status).toBe(204);
  const text = textOf(await readParts(new Response(await followed.rest())));
  expect("Open the valve".startsWith(text)).toBe(true);
  expect(await events.rest()).toContain('"type":"finish"');
  expect(await there.lastMessage(conversation)).toMatchObject({ status: "complete" });
  await elsewhere.close();
});

test("of twenty questions at once over two nodes one is asked", async () => {
  const elsewhere = await openChatRooms(scripted.model, rooms);
  const there = elsewhere.as(alice.id);
  const asked = Array.from({ length: 20 }, (_, i) => (i % 2 ? alice : there).ask(conversation, `${i}?`));
  const answers = await Promise.all(asked);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)]);
  await scripted.asked();
  scripted.finish();
  await expect.poll(() => alice.lastMessage(conversation)).toMatchObject({ status: "complete" });
  await elsewhere.close();
});

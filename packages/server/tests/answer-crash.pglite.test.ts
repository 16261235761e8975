import { afterEach, beforeEach, expect, test } from "vitest";
import { type ChatRooms, openChatRooms } from "./support/chat-rooms.ts";
import { createScriptedModel } from "./support/scripted-model.ts";

let rooms: ChatRooms;
const scripted = createScriptedModel();

beforeEach(async () => {
  rooms = await openChatRooms(scripted.model);
});
afterEach(() => rooms.close());

test("what the last process left half written has failed when the next one begins, and can be asked again at once", async () => {
  const alice = rooms.as(await rooms.addReader("alice"));
  const id = await alice.begin();
  void alice.ask(id, "One?");
  await scripted.asked();
  scripted.write("Open ");
  await expect.poll(() => alice.lastMessage(id)).toMatchObject({ content: "Open ", status: "streaming" });

  const next = await openChatRooms(scripted.model, rooms);
  const later = next.as(alice.id);
  expect(await later.lastMessage(id)).toMatchObject({ content: "Open ", status: "failed" });
  expect((await later.ask(id, "Two?")).status).toBe(200);
  await scripted.asked();
  scripted.finish();
  await expect.poll(() => later.lastMessage(id)).toMatchObject({ status: "complete" });
  await next.close();
});

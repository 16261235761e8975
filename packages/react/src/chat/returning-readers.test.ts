import { expect, test } from "vitest";
import { playChat, refusal } from "../tests/played-chat.ts";

const guest = { kind: "guest", id: "g" } as const;
const alice = { kind: "user", id: "alice" } as const;

test("a reload shows the conversation that was open, and signing out forgets which", async () => {
  const { chat, kept, state } = playChat();
  chat.setReader(alice);
  await chat.open("c");
  const reloaded = playChat();
  for (const [key, value] of kept) reloaded.kept.set(key, value);
  reloaded.chat.setReader(alice);
  await expect.poll(() => reloaded.state().messages).toHaveLength(2);
  expect(reloaded.state().conversationId).toBe("c");

  chat.setReader({ kind: "guest", id: null });
  expect(state().conversationId).toBeNull();
  expect([...kept.keys()]).toEqual([]);
});

test("a conversation that is gone after a reload is a new one, and no problem", async () => {
  const { chat, kept, state } = playChat({ messages: () => Promise.reject(refusal("not-found")) });
  kept.set("book:conversation:alice", "c");
  chat.setReader(alice);
  expect(state().conversationId).toBe("c");
  await expect.poll(() => state().conversationId).toBeNull();
  expect(state().problem).toBeNull();
});

test("a guest who signs in goes on with the open conversation as soon as it has come along", async () => {
  const { chat, calls, state } = playChat();
  chat.setReader(guest);
  await chat.open("c");
  calls.list.mockResolvedValueOnce({ items: [], nextCursor: null });
  chat.setReader(alice);
  await expect.poll(() => state()).toMatchObject({ list: "read", conversationId: null, messages: [] });
  // What stays with the guest is not asked for.
  expect(calls.messages).toHaveBeenCalledTimes(1);

  chat.cameAlong();
  await expect.poll(() => state().messages).toHaveLength(2);
  expect(state().conversationId).toBe("c");
});

test("a guest's open conversation that came along with the sign-in is open again, in every tab", async () => {
  const { chat, state } = playChat();
  chat.setReader(guest);
  await chat.open("c");
  chat.setReader(alice);
  await expect.poll(() => state()).toMatchObject({ conversationId: "c", thread: "read" });
  expect(state().messages).toHaveLength(2);
});

test("another tab looks where something is new", async () => {
  const { chat, calls, tabs, send } = playChat();
  chat.setReader(alice);
  chat.setDraft("Why?");
  await send();
  expect(tabs.tell).toHaveBeenCalledWith("c");

  calls.list.mockClear();
  calls.messages.mockClear();
  tabs.follow.mock.lastCall?.[0]("c");
  await expect.poll(() => calls.messages).toHaveBeenCalledTimes(1);
  expect(calls.list).toHaveBeenCalledTimes(1);
  tabs.follow.mock.lastCall?.[0]("another");
  await expect.poll(() => calls.list).toHaveBeenCalledTimes(2);
  expect(calls.messages).toHaveBeenCalledTimes(1);
});

test("the tab that a letter opens begins with what was typed in the first; what nobody typed stays in its tab", () => {
  const first = playChat();
  first.chat.setReader({ kind: "guest", id: null });
  first.chat.setDraft("half a question");
  expect(first.keptOnDevice.size).toBe(0);
  first.chat.setReader(guest);
  expect([...first.keptOnDevice.keys()]).toEqual(["book:draft:g"]);

  const second = playChat();
  for (const [key, value] of first.keptOnDevice) second.keptOnDevice.set(key, value);
  second.chat.setReader({ kind: "user", id: "g" });
  expect(second.state().draft.text).toBe("half a question");
});

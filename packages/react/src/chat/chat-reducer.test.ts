import { describe, expect, test } from "vitest";
import type { Conversation, Message } from "./chat-client.ts";
import { chatReducer } from "./chat-reducer.ts";
import { type ChatAction, type ChatState, EMPTY_CHAT } from "./chat-state.ts";

const createdAt = "2026-11-21T10:00:00.000Z";
const message = (id: string, role: Message["role"], status: Message["status"] = "complete"): Message => ({
  id,
  role,
  status,
  content: "",
  sources: [],
  createdAt,
});
const conversation = (id: string): Conversation => ({
  id,
  title: id,
  page: null,
  createdAt,
  updatedAt: createdAt,
});
const question = message("q", "user");
const answer = message("a", "assistant", "streaming");
const busy = { code: "server-busy", until: null } as const;

const after = (actions: readonly ChatAction[], from: ChatState = EMPTY_CHAT) =>
  actions.reduce(chatReducer, from);

const typed: ChatAction = { type: "draft-changed", draft: { text: "Why?", quote: null } };
const started: ChatAction = { type: "started", question, answer, fromDraft: true };

describe("the draft", () => {
  test("stays while the question is on its way and when it is refused", () => {
    expect(after([typed, { type: "asked" }]).draft.text).toBe("Why?");
    expect(after([typed, { type: "asked" }, { type: "refused", problem: busy }]).draft.text).toBe("Why?");
  });

  test("goes when the server has stored the question", () => {
    expect(after([typed, { type: "asked" }, started]).draft.text).toBe("");
  });

  test("stays when the stored question was another one", () => {
    expect(after([typed, { type: "asked" }, { ...started, fromDraft: false }]).draft.text).toBe("Why?");
  });
});

describe("the answer", () => {
  const streaming = [{ type: "asked" }, started, { type: "text", delta: "Be" }] as const;

  test("grows by its deltas and ends complete, once", () => {
    const done = after([...streaming, { type: "text", delta: "cause" }, { type: "finished" }]);
    expect(done.messages.at(-1)).toMatchObject({ content: "Because", status: "complete" });
    expect(done).toMatchObject({ answer: "idle", answersReady: 1 });
    expect(chatReducer(done, { type: "finished" })).toBe(done);
  });

  test("is shown as far as it came when the connection breaks", () => {
    const cut = after([...streaming, { type: "broken" }]);
    expect(cut).toMatchObject({ answer: "broken", answersReady: 0 });
    expect(cut.messages.at(-1)?.content).toBe("Be");
  });

  test("is complete when it is read again, and announced then", () => {
    const whole = { ...answer, content: "Because", status: "complete" } as const;
    const again = after([...streaming, { type: "broken" }, { type: "resuming" }]);
    const waiting = chatReducer(again, { type: "thread-read", messages: [question, answer] });
    expect(waiting).toMatchObject({ answer: "resuming", answersReady: 0 });
    const read = chatReducer(waiting, { type: "thread-read", messages: [question, whole] });
    expect(read).toMatchObject({ answer: "idle", answersReady: 1 });
  });

  test("that is stopped keeps what came, and is announced as stopped", () => {
    const stopped = after([
      ...streaming,
      { type: "stopping" },
      { type: "text", delta: "c" },
      { type: "finished" },
    ]);
    expect(stopped.messages.at(-1)).toMatchObject({ content: "Bec", status: "complete" });
    expect(stopped).toMatchObject({ answer: "idle", answersReady: 1, stopped: true });
    expect(after([started, { type: "finished" }], stopped)).toMatchObject({
      answersReady: 2,
      stopped: false,
    });
  });

  test("names a source once, also when its stream is followed again", () => {
    const source: ChatAction = { type: "source", source: { url: "/a", title: "A" } };
    expect(after([...streaming, source, source]).messages.at(-1)?.sources).toHaveLength(1);
  });

  test("stays on the screen when it cannot be read again", () => {
    const failed = after([
      ...streaming,
      { type: "broken" },
      { type: "resuming" },
      { type: "thread-failed", problem: busy },
    ]);
    expect(failed).toMatchObject({ answer: "broken", thread: "read", problem: busy });
    expect(failed.messages).toHaveLength(2);
  });
});

describe("the list", () => {
  const read: ChatAction = {
    type: "list-read",
    items: [conversation("one"), conversation("two")],
    nextCursor: "c",
  };

  test("does not repeat what a new conversation has moved to the next page", () => {
    const more: ChatAction = {
      type: "more-read",
      items: [conversation("two"), conversation("three")],
      nextCursor: null,
    };
    expect(after([read, more]).conversations.map(({ id }) => id)).toEqual(["one", "two", "three"]);
  });

  test("has the conversation in use at its top", () => {
    const state = after([read, { type: "conversation-opened", id: "two" }, started]);
    expect(state.conversations.map(({ id }) => id)).toEqual(["two", "one"]);
  });

  test("loses a deleted conversation, and the screen does if it was open", () => {
    const state = after([
      read,
      { type: "conversation-opened", id: "two" },
      { type: "thread-read", messages: [question] },
      { type: "conversation-removed", id: "two" },
    ]);
    expect(state).toMatchObject({ conversationId: null, messages: [] });
    expect(state.conversations.map(({ id }) => id)).toEqual(["one"]);
  });
});

test("another reader's panel is empty but for the draft that is theirs", () => {
  const full = after([{ type: "list-read", items: [conversation("one")], nextCursor: null }, started]);
  const draft = { text: "mine", quote: null };
  expect(chatReducer(full, { type: "emptied", draft })).toEqual({ ...EMPTY_CHAT, draft });
});

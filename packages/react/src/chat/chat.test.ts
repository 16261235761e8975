import { type AnswerEvent, type Message, type Page, ProblemError } from "@bookplate/client";
import { expect, test, vi } from "vitest";
import { createChat } from "./chat.ts";
import type { ChatClient } from "./chat-client.ts";
import { createDrafts } from "./drafts.ts";

const createdAt = "2026-11-21T10:00:00.000Z";
const conversation = { id: "c", title: "Why?", page: null, createdAt, updatedAt: createdAt };
const thread = (content: string, status: Message["status"]): Page<Message> => ({
  items: [
    { id: "q", role: "user", content: "Why?", sources: [], status: "complete", createdAt },
    { id: "a", role: "assistant", content, sources: [], status, createdAt },
  ],
  nextCursor: null,
});
const refusal = (code: string, retryAt: Date | null = null) =>
  new ProblemError({ type: "", title: "", status: 429, code, detail: "", requestId: "" }, retryAt);

/** A server of one conversation; a test says what it answers instead. */
function setUp(answers: Partial<ChatClient> = {}) {
  const calls = {
    create: vi.fn<ChatClient["create"]>(async () => conversation),
    list: vi.fn<ChatClient["list"]>(async () => ({ items: [conversation], nextCursor: null })),
    messages: vi.fn<ChatClient["messages"]>(async () => thread("Because.", "complete")),
    rename: vi.fn<ChatClient["rename"]>(async (_id, title) => ({ ...conversation, title })),
    remove: vi.fn<ChatClient["remove"]>(async () => {}),
    ask: vi.fn<ChatClient["ask"]>(() => stream({ type: "started", messageId: "a" }, { type: "finished" })),
  };
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const chat = createChat({
    client: { ...calls, ...answers },
    drafts: createDrafts(storage, "book"),
    currentPage: () => "/start",
  });
  chat.connect();
  const state = chat.getSnapshot;
  const send = () => chat.ask(state().draft, { fromDraft: true });
  return { chat, calls, kept, state, send };
}

async function* stream(...events: (AnswerEvent | Error)[]): AsyncGenerator<AnswerEvent> {
  for (const event of events) {
    if (event instanceof Error) throw event;
    yield event;
  }
}

test("somebody who only looks asks the server nothing", async () => {
  const { chat, calls } = setUp();
  chat.setReader({ kind: "guest", id: null });
  await chat.showList();
  expect(calls.list).not.toHaveBeenCalled();
  expect(calls.create).not.toHaveBeenCalled();
});

test("a first question begins a conversation on the page that it is asked from", async () => {
  const { chat, calls, state, send } = setUp();
  chat.setReader({ kind: "guest", id: null });
  chat.setDraft("  Why?  ");
  await send();
  expect(calls.create).toHaveBeenCalledWith({ title: "Why?", page: "/start" });
  expect(calls.ask.mock.calls.at(0)?.slice(0, 2)).toEqual(["c", { content: "Why?", page: "/start" }]);
  expect(state()).toMatchObject({ answer: "idle", answersReady: 1, draft: { text: "" } });
});

test("a quoted passage is sent with the place that it stands at", async () => {
  const { chat, calls, send } = setUp();
  chat.setReader({ kind: "guest", id: null });
  chat.setQuote({ text: "One row.", page: "/sessions#row" });
  chat.setDraft("Why?");
  await send();
  expect(calls.ask.mock.calls.at(0)?.slice(0, 2)).toEqual([
    "c",
    { content: "Why?", page: "/sessions#row", selection: "One row." },
  ]);
});

test("a refused question stays where it was typed, with the time from which it may be asked", async () => {
  const until = new Date("2026-11-21T14:05:00Z");
  const { chat, kept, state, send } = setUp({ ask: () => stream(refusal("too-many-requests", until)) });
  chat.setReader({ kind: "user", id: "alice" });
  chat.setDraft("Why?");
  await send();
  expect(state()).toMatchObject({ draft: { text: "Why?" }, problem: { code: "too-many-requests", until } });
  expect(kept.get("book:draft:alice")).toContain("Why?");
});

test("a refused suggestion is put where it can be sent again", async () => {
  const { chat, state } = setUp({ ask: () => stream(refusal("server-busy")) });
  chat.setReader({ kind: "guest", id: null });
  await chat.ask({ text: "How?", quote: null }, { fromDraft: false });
  expect(state().draft.text).toBe("How?");
});

test("a second question in a conversation whose answer is being written leads to that answer", async () => {
  const { chat, state, send } = setUp({ ask: () => stream(refusal("answer-running")) });
  chat.setReader({ kind: "guest", id: null });
  chat.setDraft("Why?");
  await send();
  expect(state()).toMatchObject({ draft: { text: "Why?" }, problem: { code: "answer-running" } });
  expect(state().messages.at(-1)?.content).toBe("Because.");
});

test("a stream that breaks shows what came, and the rest is read again", async () => {
  const { chat, calls, state, send } = setUp({
    ask: () =>
      stream({ type: "started", messageId: "a" }, { type: "text", delta: "Bec" }, new Error("network")),
  });
  chat.setReader({ kind: "guest", id: null });
  chat.setDraft("Why?");
  await send();
  await vi.waitFor(() => expect(state().messages.at(-1)?.content).toBe("Bec"));
  expect(state()).toMatchObject({ answer: "broken", draft: { text: "" } });

  calls.messages.mockResolvedValueOnce(thread("Becau", "streaming"));
  await chat.resume();
  expect(state()).toMatchObject({ answer: "idle", answersReady: 1 });
  expect(state().messages.at(-1)?.content).toBe("Because.");
});

test("signing out empties the panel and the storage at once, and late answers are dropped", async () => {
  let answerLate: (page: Page<Message>) => void = () => {};
  const { chat, kept, state } = setUp({
    messages: () => new Promise((resolve) => (answerLate = resolve)),
  });
  chat.setReader({ kind: "user", id: "alice" });
  await vi.waitFor(() => expect(state().conversations).toHaveLength(1));
  chat.setDraft("half a question");
  const opening = chat.open("c");
  chat.setReader({ kind: "guest", id: null });
  answerLate(thread("Because.", "complete"));
  await opening;
  expect(state()).toMatchObject({ conversations: [], messages: [], draft: { text: "" } });
  expect([...kept.keys()]).toEqual([]);
});

test("a draft survives signing in and a reload, under the reader's own name", () => {
  const { chat, kept, state } = setUp();
  chat.setReader({ kind: "guest", id: null });
  chat.setDraft("half a question");
  chat.setReader({ kind: "user", id: "alice" });
  expect(state().draft.text).toBe("half a question");
  expect([...kept.keys()]).toEqual(["book:draft:alice"]);
});

test("what alice typed when her session ended is not shown to bob, and comes back to her", () => {
  const { chat, state } = setUp();
  chat.setReader({ kind: "user", id: "alice" });
  chat.setDraft("half a question");
  chat.setReader({ kind: "guest", id: null }, { sessionEnded: true });
  expect(state().draft.text).toBe("half a question");
  chat.setReader({ kind: "user", id: "bob" });
  expect(state().draft.text).toBe("");
  chat.setReader({ kind: "user", id: "alice" });
  expect(state().draft.text).toBe("half a question");
});

test("a conversation that another tab has deleted counts as deleted", async () => {
  const { chat, state } = setUp({ remove: () => Promise.reject(refusal("not-found")) });
  chat.setReader({ kind: "user", id: "alice" });
  await vi.waitFor(() => expect(state().conversations).toHaveLength(1));
  expect(await chat.conversations.remove("c")).toBe(true);
  expect(state()).toMatchObject({ conversations: [], problem: null });
});

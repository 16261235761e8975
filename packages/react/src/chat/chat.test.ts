import type { Message, Page } from "@bookplate/client";
import { expect, test } from "vitest";
import { playChat, refusal, stream, thread } from "../tests/played-chat.ts";
import { remove } from "./list/conversation-acts.ts";

test("somebody who only looks asks the server nothing", async () => {
  const { chat, calls } = playChat();
  chat.setReader({ kind: "guest", id: null });
  await chat.showList();
  expect(calls.list).not.toHaveBeenCalled();
  expect(calls.create).not.toHaveBeenCalled();
});

test("a first question begins a conversation on the page that it is asked from, in its language", async () => {
  const { chat, calls, state, send } = playChat();
  chat.setReader({ kind: "guest", id: null });
  chat.setDraft("  Why?  ");
  await send();
  expect(calls.create).toHaveBeenCalledWith({ title: "Why?", page: "/start" });
  expect(calls.ask.mock.calls.at(0)?.slice(0, 2)).toEqual([
    "c",
    { id: expect.any(String), content: "Why?", page: "/start", language: "ur" },
  ]);
  expect(state()).toMatchObject({ answer: "idle", answersReady: 1, draft: { text: "" } });
});

test("a quoted passage is sent with the place that it stands at", async () => {
  const { chat, calls, send } = playChat();
  chat.setReader({ kind: "guest", id: null });
  chat.setQuote({ text: "One row.", page: "/sessions#row" });
  chat.setDraft("Why?");
  await send();
  expect(calls.ask.mock.calls.at(0)?.slice(0, 2)).toEqual([
    "c",
    { id: expect.any(String), content: "Why?", page: "/sessions#row", language: "ur", selection: "One row." },
  ]);
});

test("a refused question stays where it was typed, with the time from which it may be asked", async () => {
  const until = new Date("2026-11-21T14:05:00Z");
  const { chat, kept, state, send } = playChat({ ask: () => stream(refusal("too-many-requests", until)) });
  chat.setReader({ kind: "user", id: "alice" });
  chat.setDraft("Why?");
  await send();
  expect(state()).toMatchObject({ draft: { text: "Why?" }, problem: { code: "too-many-requests", until } });
  expect(kept.get("book:draft:alice")).toContain("Why?");
});

test("a refused suggestion is put where it can be sent again", async () => {
  const { chat, state } = playChat({ ask: () => stream(refusal("server-busy")) });
  chat.setReader({ kind: "guest", id: null });
  await chat.ask({ text: "How?", quote: null }, { fromDraft: false });
  expect(state().draft.text).toBe("How?");
});

test("a second question in a conversation whose answer is being written leads to that answer", async () => {
  const { chat, state, send } = playChat({ ask: () => stream(refusal("answer-running")) });
  chat.setReader({ kind: "guest", id: null });
  chat.setDraft("Why?");
  await send();
  expect(state()).toMatchObject({ draft: { text: "Why?" }, problem: { code: "answer-running" } });
  expect(state().messages.at(-1)?.content).toBe("Because.");
});

test("signing out empties the panel and the storage at once, and late answers are dropped", async () => {
  let answerLate: (page: Page<Message>) => void = () => {};
  const { chat, kept, state } = playChat({
    messages: () => new Promise((resolve) => (answerLate = resolve)),
  });
  chat.setReader({ kind: "user", id: "alice" });
  await expect.poll(() => state().conversations).toHaveLength(1);
  chat.setDraft("half a question");
  const opening = chat.open("c");
  chat.setReader({ kind: "guest", id: null });
  answerLate(thread("Because.", "complete"));
  await opening;
  expect(state()).toMatchObject({ conversations: [], messages: [], draft: { text: "" } });
  expect([...kept.keys()]).toEqual([]);
});

test("a draft survives signing in and a reload, under the reader's own name", () => {
  const { chat, kept, state } = playChat();
  chat.setReader({ kind: "guest", id: null });
  chat.setDraft("half a question");
  chat.setReader({ kind: "user", id: "alice" });
  expect(state().draft.text).toBe("half a question");
  expect([...kept.keys()]).toEqual(["book:draft:alice"]);
});

test("what alice typed when her session ended is not shown to bob, and comes back to her", () => {
  const { chat, state } = playChat();
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
  const { chat, state } = playChat({ remove: () => Promise.reject(refusal("not-found")) });
  chat.setReader({ kind: "user", id: "alice" });
  await expect.poll(() => state().conversations).toHaveLength(1);
  expect(await remove(chat.desk, "c")).toBe(true);
  expect(state()).toMatchObject({ conversations: [], problem: null });
});

test("a question that is asked while the conversation is still being read waits for it", async () => {
  let read: (page: Page<Message>) => void = () => {};
  const { chat, calls, state, send } = playChat({
    messages: () => new Promise((resolve) => (read = resolve)),
  });
  chat.setReader({ kind: "user", id: "alice" });
  const opening = chat.open("c");
  chat.setDraft("And how?");
  const asking = send();
  expect(state().answer).toBe("sending");
  read(thread("Because.", "complete"));
  await Promise.all([opening, asking]);
  expect(calls.ask.mock.calls.at(0)?.[0]).toBe("c");
  expect(state().messages.map(({ content }) => content)).toEqual(["Why?", "Because.", "And how?", ""]);
});

test("a question during an answer stays in its box, with the reason until that answer has ended", async () => {
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  const { chat, calls, state, send } = playChat({
    async *ask() {
      yield { type: "started", messageId: "a" };
      await ended;
      yield { type: "finished" };
    },
  });
  chat.setReader({ kind: "user", id: "alice" });
  chat.setDraft("Why?");
  const asking = send();
  await expect.poll(() => state().answer).toBe("streaming");
  chat.setDraft("And how?");
  await send();
  expect(state()).toMatchObject({ draft: { text: "And how?" }, problem: { code: "answer-running" } });
  expect(calls.create).toHaveBeenCalledTimes(1);
  end();
  await asking;
  expect(state()).toMatchObject({ answer: "idle", draft: { text: "And how?" }, problem: null });
});

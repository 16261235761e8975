import { NetworkError } from "@bookplate/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { playChat, refusal, stream, thread } from "../tests/played-chat.ts";

const alice = { kind: "user", id: "alice" } as const;
const started = { type: "started", messageId: "a" } as const;
const cut = () => stream(started, { type: "text", delta: "Bec" }, new NetworkError("gone"));
const whole = () => stream(started, { type: "text", delta: "Because." }, { type: "finished" });

// The attempts to follow an answer are seconds apart.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const untilSettled = async (work: Promise<unknown>) => {
  await vi.runAllTimersAsync();
  await work;
};

test("an answer that breaks off is followed to its end without being asked for", async () => {
  const { chat, calls, state, send } = playChat({ ask: cut });
  calls.resume.mockImplementation(whole);
  chat.setReader({ kind: "guest", id: null });
  chat.setDraft("Why?");
  await untilSettled(send());
  expect(calls.resume.mock.calls.at(0)?.[0]).toBe("a");
  expect(state()).toMatchObject({ answer: "idle", answersReady: 1, draft: { text: "" } });
  expect(state().messages.at(-1)).toMatchObject({ content: "Because.", status: "complete" });
});

test("a connection that does not come back shows what came, and goes on when the reader says so", async () => {
  const offline = () => Promise.reject(new NetworkError("offline"));
  const { chat, calls, state, send } = playChat({ ask: cut });
  calls.resume.mockImplementation(() => stream(new NetworkError("offline")));
  calls.messages.mockImplementation(offline);
  chat.setReader({ kind: "guest", id: null });
  chat.setDraft("Why?");
  await untilSettled(send());
  expect(state()).toMatchObject({ answer: "broken", answersReady: 0, draft: { text: "" } });
  expect(state().messages.at(-1)?.content).toBe("Bec");

  calls.resume.mockImplementation(whole);
  await untilSettled(chat.resume());
  expect(state()).toMatchObject({ answer: "idle", answersReady: 1 });
  expect(state().messages.at(-1)?.content).toBe("Because.");
});

test("an answer whose stream cannot be had is read as far as it is stored, until it is complete", async () => {
  const { chat, calls, state } = playChat({ resume: () => stream(refusal("internal-error")) });
  calls.messages
    .mockResolvedValueOnce(thread("B", "streaming"))
    .mockResolvedValueOnce(thread("Bec", "streaming"))
    .mockResolvedValueOnce(thread("Becau", "streaming"));
  chat.setReader(alice);
  await untilSettled(chat.open("c"));
  expect(state()).toMatchObject({ answer: "idle", answersReady: 1 });
  expect(state().messages.at(-1)?.content).toBe("Because.");
});

test("a conversation whose answer is being written is followed where it is opened", async () => {
  const { chat, calls, state } = playChat();
  calls.messages.mockResolvedValueOnce(thread("Bec", "streaming"));
  calls.resume.mockImplementation(whole);
  chat.setReader(alice);
  await untilSettled(chat.open("c"));
  expect(state()).toMatchObject({ answer: "idle", answersReady: 1 });
  expect(state().messages.at(-1)?.content).toBe("Because.");
});

test("stopping is a call of its own, and what came stays", async () => {
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  async function* slow() {
    yield started;
    yield { type: "text", delta: "Bec" } as const;
    await ended;
    yield { type: "finished" } as const;
  }
  const { chat, calls, state, send } = playChat({ ask: slow });
  calls.stop.mockImplementation(async () => end());
  chat.setReader(alice);
  chat.setDraft("Why?");
  const asking = send();
  await vi.runAllTimersAsync();
  expect(state().answer).toBe("streaming");
  await untilSettled(chat.stop());
  await asking;
  expect(calls.stop).toHaveBeenCalledWith("a");
  expect(state()).toMatchObject({ answer: "idle", stopped: true });
  expect(state().messages.at(-1)).toMatchObject({ content: "Bec", status: "complete" });
});

test("asking again where an answer broke ends that answer first", async () => {
  const { chat, calls, state, send } = playChat();
  calls.ask.mockImplementationOnce(cut);
  calls.resume.mockImplementation(() => stream(new NetworkError("offline")));
  calls.messages.mockImplementation(() => Promise.reject(new NetworkError("offline")));
  chat.setReader(alice);
  chat.setDraft("Why?");
  await untilSettled(send());
  await untilSettled(chat.askAgain());
  expect(calls.stop).toHaveBeenCalledWith("a");
  expect(calls.ask).toHaveBeenCalledTimes(2);
  expect(state().messages.map(({ role }) => role)).toEqual(["user", "assistant", "user", "assistant"]);
});

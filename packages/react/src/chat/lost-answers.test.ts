import { NetworkError } from "@bookplate/client";
import { expect, test } from "vitest";
import { playChat, refusal, stream, thread } from "../tests/played-chat.ts";

const alice = { kind: "user", id: "alice" } as const;

/** A chat whose first question arrives while the answer to it is lost. */
function loseFirstAnswer() {
  const played = playChat();
  played.calls.ask.mockImplementationOnce(() => stream(new NetworkError("gone")));
  played.chat.setReader(alice);
  const sentAs = () => played.calls.ask.mock.calls.map(([, { id }]) => id);
  return { ...played, sentAs };
}

test("a question whose answer was lost is sent again as the same one, also after a reload", async () => {
  const { chat, kept, state, send, sentAs } = loseFirstAnswer();
  chat.setDraft("Why?");
  await send();
  expect(state()).toMatchObject({ draft: { text: "Why?" }, problem: { code: "network" } });

  const reloaded = playChat();
  for (const [key, value] of kept) reloaded.kept.set(key, value);
  reloaded.chat.setReader(alice);
  await reloaded.send();
  await send();
  const [first] = sentAs();
  expect(first).toMatch(/^[\w.:-]{1,64}$/);
  expect(sentAs()).toEqual([first, first]);
  expect(reloaded.calls.ask.mock.calls.at(0)?.[1].id).toBe(first);
});

test("a lost suggestion is sent again as the same question", async () => {
  const { chat, send, sentAs } = loseFirstAnswer();
  await chat.ask({ text: "How?", quote: null }, { fromDraft: false });
  await send();
  expect(new Set(sentAs()).size).toBe(1);
});

test("a question that was changed, and one that has been answered, are others", async () => {
  const { chat, send, sentAs } = loseFirstAnswer();
  chat.setDraft("Why?");
  await send();
  chat.setDraft("Why not?");
  await send();
  chat.setDraft("Why not?");
  await send();
  expect(new Set(sentAs()).size).toBe(3);
});

test("a question that is sent again while its answer is known already stands once in the conversation", async () => {
  const { chat, calls, state, send } = playChat({ resume: () => stream(refusal("internal-error")) });
  calls.ask.mockImplementation(() =>
    stream({ type: "started", messageId: "a" }, { type: "text", delta: "Because." }, { type: "finished" }),
  );
  calls.messages.mockResolvedValue(thread("Because.", "complete"));
  chat.setReader(alice);
  await chat.open("c");
  chat.setDraft("Why?");
  await send();
  expect(state().messages.map(({ content }) => content)).toEqual(["Why?", "Because."]);
});

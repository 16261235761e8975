import { loadAnswerSentences } from "@bookplate/messages/answers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ChatReader, type ChatRooms, openChatRooms, readParts, textOf } from "./support/chat-rooms.ts";

let rooms: ChatRooms;
let alice: ChatReader;

beforeEach(async () => {
  rooms = await openChatRooms();
  alice = rooms.as(await rooms.addReader("alice"));
});
afterEach(() => rooms.close());

const unanswerable = "zzz qqq";
const nothingIn = async (language: string) => (await loadAnswerSentences(language)).nothing;

async function answerTo(more: object): Promise<string> {
  const id = await alice.begin();
  return textOf(await readParts(await alice.ask(id, unanswerable, more)));
}

test("an answer comes in the language of the page on which it was asked", async () => {
  await rooms.preferences.update(alice.id, { language: "de" });
  expect(await answerTo({ language: "ur-PK" })).toBe(await nothingIn("ur"));
});

test("a question that names no language is answered in the one of the reader's preferences", async () => {
  expect(await answerTo({})).toBe(await nothingIn("en"));
  await rooms.preferences.update(alice.id, { language: "ar" });
  expect(await answerTo({})).toBe(await nothingIn("ar"));
});

test("a language that is none is refused", async () => {
  const id = await alice.begin();
  const answer = await alice.ask(id, unanswerable, { language: "the reader's own" });
  expect(answer.status).toBe(422);
});

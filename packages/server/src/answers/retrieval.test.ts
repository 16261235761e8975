import { expect, test } from "vitest";
import type { FoundPassage } from "../book/book.ts";
import { findPassages } from "./retrieval.ts";

function passage(url: string, score: number, coverage = 1): FoundPassage {
  return { title: url, url, text: url, excerpt: url, score, coverage };
}

function bookOf(answers: Record<string, FoundPassage[]>) {
  return { search: async (question: string) => answers[question] ?? [] };
}

const urls = (passages: readonly FoundPassage[]) => passages.map(({ url }) => url);

test("an answer rests on the best passages only", async () => {
  const book = bookOf({
    q: [passage("/a", 0.9), passage("/b", 0.8), passage("/off-topic", 0.7, 0.1), passage("/far", 0.3)],
  });
  expect(urls(await findPassages(book, { question: "q" }, { most: 3 }))).toEqual(["/a", "/b"]);
});

test("a section is cited once, by its best passage", async () => {
  const book = bookOf({ q: [passage("/a", 0.9), passage("/a", 0.8), passage("/b", 0.7)] });
  expect(urls(await findPassages(book, { question: "q" }, { most: 3 }))).toEqual(["/a", "/b"]);
});

test("a follow-up that says too little is read with the question before it", async () => {
  const book = bookOf({ "and guests?\nHow do I register?": [passage("/guests", 0.9)] });
  expect(
    urls(await findPassages(book, { question: "and guests?" }, { most: 3, previous: "How do I register?" })),
  ).toEqual(["/guests"]);
});

test("marked text is searched for together with the question", async () => {
  const book = bookOf({ "why?\nthe beam": [passage("/lens", 0.9)] });
  expect(urls(await findPassages(book, { question: "why?", selection: "the beam" }, { most: 3 }))).toEqual([
    "/lens",
  ]);
});

test("the passage that the marked text stands in comes first, however it is set", async () => {
  const marked = { ...passage("/lens", 0.4), text: "By night the **beam**\nturns once a minute." };
  const book = bookOf({ "Why?\nthe beam turns once": [passage("/lamp", 0.9), marked, passage("/far", 0.3)] });
  const asked = { question: "Why?", selection: "the beam turns once" };
  expect(urls(await findPassages(book, asked, { most: 3 }))).toEqual(["/lens", "/lamp"]);
});

test("a short follow-up that finds something else by itself is read with the question before it first", async () => {
  const book = bookOf({
    "and for guests?": [passage("/guests", 1)],
    "and for guests?\nHow long does a session last?": [
      passage("/session-of-guests", 1),
      passage("/session", 0.9),
    ],
  });
  const found = await findPassages(
    book,
    { question: "and for guests?" },
    { most: 3, previous: "How long does a session last?" },
  );
  expect(urls(found)).toEqual(["/session-of-guests", "/guests"]);
});

test("a question of another matter is not dragged back to the one before it", async () => {
  const book = bookOf({
    "What is DPoP?": [passage("/dpop", 1)],
    "What is DPoP?\nHow long does a session last?": [passage("/session", 1), passage("/dpop", 0.9)],
  });
  const found = await findPassages(
    book,
    { question: "What is DPoP?" },
    { most: 3, previous: "How long does a session last?" },
  );
  expect(urls(found)).toEqual(["/dpop"]);
});

test("a question without words of its own is about the page that it was asked on", async () => {
  const book = bookOf({ "how sessions work refresh": [passage("/how-sessions-work#refresh", 1)] });
  const asked = { question: "Why?", page: "/how-sessions-work#refresh" };
  expect(urls(await findPassages(book, asked, { most: 3 }))).toEqual(["/how-sessions-work#refresh"]);
});

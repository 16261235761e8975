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
  expect(urls(await findPassages(book, { question: "q" }, undefined))).toEqual(["/a", "/b"]);
});

test("a section is cited once, by its best passage", async () => {
  const book = bookOf({ q: [passage("/a", 0.9), passage("/a", 0.8), passage("/b", 0.7)] });
  expect(urls(await findPassages(book, { question: "q" }, undefined))).toEqual(["/a", "/b"]);
});

test("a follow-up that says too little is read with the question before it", async () => {
  const book = bookOf({ "and guests?\nHow do I register?": [passage("/guests", 0.9)] });
  expect(urls(await findPassages(book, { question: "and guests?" }, "How do I register?"))).toEqual([
    "/guests",
  ]);
});

test("marked text is searched for together with the question", async () => {
  const book = bookOf({ "why?\nthe beam": [passage("/lens", 0.9)] });
  expect(urls(await findPassages(book, { question: "why?", selection: "the beam" }, undefined))).toEqual([
    "/lens",
  ]);
});

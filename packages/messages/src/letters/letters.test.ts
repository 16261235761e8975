import { expect, test } from "vitest";
import { languages } from "../languages.ts";
import { loadLetters } from "./index.ts";

const facts = {
  place: "Lahore, Pakistan",
  name: "Alice",
  book: "Physical AI",
  to: "alice@example.org",
  device: "Firefox on Linux",
  at: "today",
  browser: "Firefox",
  system: "Linux",
  hours: 24,
  minutes: 10,
};

/** Every sentence of a catalogue, finished. */
function sentencesOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return [String(value(facts))];
  return value && typeof value === "object" ? Object.values(value).flatMap(sentencesOf) : [];
}

test.each(languages)("no sentence of a letter in %s is empty or misses a fact", async (language) => {
  const sentences = sentencesOf(await loadLetters(language));
  expect(sentences.length).toBeGreaterThan(30);
  for (const sentence of sentences) expect(sentence).toMatch(/^(?!.*(?:undefined|\[object)).+/);
});

test("one hour is not one hours", async () => {
  const { verifyUser } = await loadLetters("en");
  expect(verifyUser.valid({ hours: 1 })).toContain("within 1 hour.");
  expect(verifyUser.codeNote({ minutes: 1 })).toContain("for 1 minute.");
});

test("a code whose time is not known is not given one", async () => {
  const { verifyUser } = await loadLetters("en");
  expect(verifyUser.codeNote({ minutes: undefined })).not.toMatch(/\d|undefined/);
});

test("a language that nobody has written yet reads English, and says so", async () => {
  expect(await loadLetters("fr")).toMatchObject({ language: "en", direction: "ltr" });
});

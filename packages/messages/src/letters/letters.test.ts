import { expect, test } from "vitest";
import { loadLetters } from "./index.ts";

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
  expect(await loadLetters("pt")).toMatchObject({ language: "en", direction: "ltr" });
});

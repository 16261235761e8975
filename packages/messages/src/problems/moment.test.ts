import { expect, test } from "vitest";
import { momentText } from "./moment.ts";

const now = new Date(2026, 10, 21, 14, 0, 10);

test("a limit says when it ends, never too early", () => {
  expect(momentText(new Date(2026, 10, 21, 14, 4, 30), "de", now)).toMatch(/05$|05 PM$|05 AM$/);
});

test("a limit that is about to end names no time", () => {
  expect(momentText(new Date(2026, 10, 21, 14, 0, 40), "en", now)).toBeUndefined();
});

test("a time on another day names the day", () => {
  expect(momentText(new Date(2026, 10, 23, 9, 0), "en", now)).toContain("November 23");
});

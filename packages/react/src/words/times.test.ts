import { expect, test } from "vitest";
import { timeAgo } from "./time-ago.ts";
import { clockTime, timeUntil } from "./times.ts";

const now = new Date(2026, 10, 21, 14, 0);

test("a limit that ends today is a clock time", () => {
  expect(clockTime(new Date(2026, 10, 21, 14, 5), "en-GB", now)).toBe("14:05");
});

test("a limit that ends tomorrow names the day", () => {
  expect(clockTime(new Date(2026, 10, 22, 13, 30), "en-GB", now)).toContain("Sunday");
});

test.each([
  [30, null],
  [5 * 60, "5 minutes ago"],
  [3 * 3600, "3 hours ago"],
  [26 * 3600, "yesterday"],
  [15 * 24 * 3600, "2 weeks ago"],
])("%i seconds ago reads %s", (seconds, words) => {
  expect(timeAgo(new Date(now.getTime() - seconds * 1000), "en", now)).toBe(words);
});

test.each([
  [5, "in 1 minute"],
  [10 * 60, "in 10 minutes"],
  [170 * 60, "in 3 hours"],
  [26 * 3600, "in 1 day"],
])("%i seconds to go read %s", (seconds, words) => {
  expect(timeUntil(new Date(now.getTime() + seconds * 1000), "en", now)).toBe(words);
});

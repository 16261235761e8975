import { expect, test } from "vitest";
import { tightest } from "./tightest.ts";

const resetAt = "2026-11-22T00:00:00.000Z";
const messages = (used: number, limit: number) => ({ quota: "messages", used, limit, resetAt });
const tokens = (used: number, limit: number) => ({ quota: "tokens", used, limit, resetAt });

test("plenty is not mentioned", () => {
  expect(tightest([])).toBeNull();
  expect(tightest([messages(10, 20), tokens(1_000, 500_000)])).toBeNull();
});

test("a reader hears of the last five questions, and of the last fifth of whatever else there is", () => {
  expect(tightest([messages(14, 20)])).toBeNull();
  expect(tightest([messages(15, 20)])).toEqual(messages(15, 20));
  expect(tightest([messages(159, 200)])).toBeNull();
  expect(tightest([messages(160, 200)])).toEqual(messages(160, 200));
  expect(tightest([tokens(399_999, 500_000)])).toBeNull();
  expect(tightest([tokens(400_000, 500_000)])).toEqual(tokens(400_000, 500_000));
});

test("of several, the one that is gone first counts", () => {
  expect(tightest([messages(160, 200), tokens(490_000, 500_000)])).toEqual(tokens(490_000, 500_000));
});

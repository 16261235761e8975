import { expect, test } from "vitest";
import { maxAttempts, waitAfter } from "./back-off.ts";

const minute = 60_000;
const attempts = Array.from({ length: maxAttempts - 1 }, (_, index) => index + 1);

test("the wait doubles with each attempt", () => {
  for (const attempt of attempts) {
    expect(waitAfter(attempt + 1, 0.5)).toBe(2 * waitAfter(attempt, 0.5));
  }
  expect(waitAfter(1, 0.5)).toBe(100_000);
});

test("chance moves a wait by a quarter at most, in both directions", () => {
  expect([waitAfter(3, 0), waitAfter(3, 0.5), waitAfter(3, 1)]).toEqual([300_000, 400_000, 500_000]);
  const waits = new Set(Array.from({ length: 50 }, () => waitAfter(3)));
  expect(waits.size).toBeGreaterThan(1);
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(300_000);
  expect(Math.max(...waits)).toBeLessThanOrEqual(500_000);
});

test("all attempts together take more than half a day, and less than a link lives", () => {
  const total = (chance: number) => attempts.reduce((sum, attempt) => sum + waitAfter(attempt, chance), 0);
  expect(total(0)).toBeGreaterThan(10 * 60 * minute);
  expect(total(1)).toBeLessThan(24 * 60 * minute);
});

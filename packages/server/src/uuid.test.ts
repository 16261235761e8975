import { expect, test } from "vitest";
import { uuidv7 } from "./uuid.ts";

test("ids are UUIDs of version 7 that sort in the order they were made", () => {
  const ids = Array.from({ length: 20_000 }, () => uuidv7());
  expect(
    ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toBe(true);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test("an id starts with the time in milliseconds", () => {
  const before = Date.now();
  const time = Number.parseInt(uuidv7().replaceAll("-", "").slice(0, 12), 16);
  expect(Math.abs(time - before)).toBeLessThan(5_000);
});

test("what one id ends with tells nothing about the next", () => {
  const ids = Array.from({ length: 20_000 }, () => uuidv7());
  const ends = ids.map((id) => id.slice(19));
  expect(new Set(ends).size).toBe(ids.length);
  // All four variants of the first digit, all digits at each other place, and a hyphen.
  const counts = Array.from({ length: 17 }, (_, place) => new Set(ends.map((end) => end[place])).size);
  expect(counts).toEqual([4, 16, 16, 16, 1, ...Array(12).fill(16)]);
});

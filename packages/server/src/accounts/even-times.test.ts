import { expect, test } from "vitest";
import { createEvenTimes } from "./even-times.ts";

/** Takes the values of `random` in turn. */
const drawing = (...values: number[]) => {
  let turn = 0;
  return () => values[turn++ % values.length] ?? 0;
};

test("where all hashes are of today's kind, nobody waits", () => {
  const times = createEvenTimes("bcrypt 12");
  times.note("bcrypt 12", 250);
  expect(times.remainingMs("bcrypt 12", 10)).toBe(0);
});

test("a fast imported hash waits for as long as one of ours took, drawn from the last ones", () => {
  const times = createEvenTimes("bcrypt 12", drawing(0, 0.99));
  for (const tookMs of [250, 260, 240]) times.note("bcrypt 12", tookMs);
  times.note("pbkdf2-sha256 29000", 15);
  expect(times.remainingMs("pbkdf2-sha256 29000", 15)).toBe(235);
  expect(times.remainingMs("pbkdf2-sha256 29000", 15)).toBe(225);
  expect(times.remainingMs("bcrypt 12", 250)).toBe(0);
});

test("once a slower kind has been seen, ours wait for it", () => {
  const times = createEvenTimes("bcrypt 12", drawing(0));
  times.note("bcrypt 12", 250);
  times.note("pbkdf2-sha256 1000000", 400);
  expect(times.remainingMs("bcrypt 12", 250)).toBe(150);
  expect(times.remainingMs("pbkdf2-sha256 1000000", 390)).toBe(0);
});

test("durations follow the machine: only the last ones count", () => {
  const times = createEvenTimes("own", drawing(0, 0.5, 0.99));
  times.note("fast", 1);
  for (let index = 0; index < 100; index += 1) times.note("own", index < 50 ? 1_000 : 100);
  for (let draw = 0; draw < 3; draw += 1) expect(times.remainingMs("fast", 1)).toBe(99);
});

test("kinds without end take up no memory without end", () => {
  const times = createEvenTimes("own", drawing(0));
  times.note("own", 10);
  for (let index = 0; index < 1_000; index += 1) times.note(`foreign ${index}`, 20 + index);
  expect(times.remainingMs("own", 0)).toBeLessThan(100);
});

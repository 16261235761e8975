import { beforeEach, expect, test } from "vitest";
import { createMemoryCounters } from "./memory-counters.ts";

const table = { login: { points: 10, windowSeconds: 60 }, letter: { points: 3, windowSeconds: 600 } };
const login = (key: string) => ({ policy: "login" as const, key });

let at = 0;
beforeEach(() => {
  at = 1_000_000;
});
const counters = (most?: number) => createMemoryCounters(table, () => at, most);

test("a window begins with its first request and ends by the clock, and then nothing is counted", () => {
  const memory = counters();
  expect(memory.count(login("a"))).toEqual({ used: 1, endsAt: at + 60_000 });
  at += 59_999;
  expect(memory.count(login("a"))).toMatchObject({ used: 2 });
  at += 1;
  expect(memory.find(login("a"))).toBeUndefined();
  expect(memory.count(login("a"))).toEqual({ used: 1, endsAt: at + 60_000 });
});

test("a million addresses take no more room than fifty thousand, and what one policy forgets another keeps", () => {
  const memory = counters();
  memory.count({ policy: "letter", key: "first" });
  memory.count(login("first"));
  for (let index = 0; index < 1_000_000; index += 1) memory.count(login(String(index)));
  const kept = Array.from({ length: 1_000_000 }, (_, index) => index).filter(
    (index) => memory.find(login(String(index))) !== undefined,
  );
  expect(kept.length).toBeGreaterThanOrEqual(25_000);
  expect(kept.length).toBeLessThanOrEqual(50_000);
  expect(kept.at(-1)).toBe(999_999);
  expect(memory.find(login("first"))).toBeUndefined();
  expect(memory.find({ policy: "letter", key: "first" })).toMatchObject({ used: 1 });
});

test("where there is no room left, whoever goes on asking is not forgotten", () => {
  const memory = counters(10);
  for (let turn = 0; turn < 10; turn += 1) memory.count(login("attacker"));
  for (let index = 0; index < 1000; index += 1) {
    memory.count(login(String(index)));
    expect(memory.find(login("attacker"))).toMatchObject({ used: 10 });
  }
  expect(memory.find(login("1"))).toBeUndefined();
});

test("what is given back was taken in the same window, and is never more than was taken", () => {
  const memory = counters();
  memory.giveBack(login("a"));
  expect(memory.find(login("a"))).toBeUndefined();
  memory.count(login("a"));
  memory.giveBack(login("a"));
  memory.giveBack(login("a"));
  expect(memory.find(login("a"))).toMatchObject({ used: 0 });
  at += 60_000;
  memory.giveBack(login("a"));
  expect(memory.count(login("a"))).toMatchObject({ used: 1 });
});

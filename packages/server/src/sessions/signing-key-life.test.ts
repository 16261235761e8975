import { expect, test } from "vitest";
import { readKeyStates, verifiesAfterwardsMs } from "./signing-key-life.ts";

const minute = 60_000;
const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1) + minutes * minute);
const keys = (...minutes: number[]) => minutes.map((begins) => ({ activatesAt: at(begins) }));

test("the key that began last signs; what waits is next, and what it replaced verifies", () => {
  expect(readKeyStates(keys(-100, -10, 5), at(0))).toEqual(["verifies", "signs", "next"]);
});

test("a key takes its turn at its own moment, without anybody doing anything", () => {
  const two = keys(-100, 0);
  expect(readKeyStates(two, at(-1))).toEqual(["signs", "next"]);
  expect(readKeyStates(two, at(0))).toEqual(["verifies", "signs"]);
});

test("a key verifies until the last token that it can have signed has expired", () => {
  const two = keys(-100, 0);
  const end = verifiesAfterwardsMs / minute;
  expect(end).toBeGreaterThan(60);
  expect(readKeyStates(two, at(end - 1))).toEqual(["verifies", "signs"]);
  expect(readKeyStates(two, at(end))).toEqual(["over", "signs"]);
});

test("the only key signs, also by a clock that is behind its maker's; without keys there is nothing", () => {
  expect(readKeyStates(keys(5), at(0))).toEqual(["signs"]);
  expect(readKeyStates([], at(0))).toEqual([]);
});

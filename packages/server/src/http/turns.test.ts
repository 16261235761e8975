import { expect, test } from "vitest";
import { createTurns } from "./turns.ts";

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test("of many that come at once one begins in each turn, in their order, and who comes alone begins at once", async () => {
  const inTurn = createTurns();
  const begun: number[] = [];
  for (let index = 0; index < 30; index += 1) inTurn(() => begun.push(index));
  const growth: number[] = [];
  for (let before = 0; begun.length < 30; before = begun.length) {
    growth.push(begun.length - before);
    await turn();
  }
  expect(Math.max(...growth)).toBe(1);
  expect(begun).toEqual(Array.from({ length: 30 }, (_, index) => index));
  await turn();
  inTurn(() => begun.push(30));
  expect(begun).toHaveLength(31);
});

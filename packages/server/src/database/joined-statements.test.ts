import { expect, test } from "vitest";
import { joinStatements } from "./joined-statements.ts";

/** Reads by a table, and remembers what it was asked for. */
function readerOf(rows: Record<string, string>) {
  const asked: string[][] = [];
  const read = joinStatements(async (keys) => {
    asked.push([...keys]);
    return new Map(keys.flatMap((key) => (rows[key] === undefined ? [] : [[key, rows[key]] as const])));
  });
  return { asked, read };
}

test("what is asked for in one turn is read at once, each key one time", async () => {
  const { asked, read } = readerOf({ a: "Alice", b: "Bob" });
  expect(await Promise.all([read("a"), read("b"), read("a"), read("nobody")])).toEqual([
    "Alice",
    "Bob",
    "Alice",
    undefined,
  ]);
  expect(asked).toEqual([["a", "b", "nobody"]]);
});

test("what is asked for later is read anew", async () => {
  const rows: Record<string, string> = { a: "Alice" };
  const { asked, read } = readerOf(rows);
  await read("a");
  rows.a = "Alice Liddell";
  expect(await read("a")).toBe("Alice Liddell");
  expect(asked).toEqual([["a"], ["a"]]);
});

test("a failure reaches everybody who waits, and nobody who asks later", async () => {
  let isBroken = true;
  const read = joinStatements(async (keys) => {
    if (isBroken) throw new Error("away");
    return new Map(keys.map((key) => [key, key]));
  });
  const both = await Promise.allSettled([read("a"), read("b")]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  isBroken = false;
  expect(await read("a")).toBe("a");
});

test("while as many run as may, the next one gathers what is asked for in several turns", async () => {
  const asked: string[][] = [];
  const ends: (() => void)[] = [];
  const read = joinStatements(
    async (keys) => {
      asked.push([...keys]);
      await new Promise<void>((resolve) => ends.push(resolve));
      return new Map(keys.map((key) => [key, key.toUpperCase()]));
    },
    { atOnce: 1 },
  );
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const first = read("a");
  await turn();
  await turn();
  const second = read("b");
  await turn();
  const third = read("c");
  await turn();
  await turn();
  expect(asked).toEqual([["a"]]);
  ends.shift()?.();
  expect(await first).toBe("A");
  await turn();
  expect(asked).toEqual([["a"], ["b", "c"]]);
  ends.shift()?.();
  expect(await Promise.all([second, third])).toEqual(["B", "C"]);
});

test("the next one is sent before anybody works on the answers of the last", async () => {
  const happened: string[] = [];
  const ends: (() => void)[] = [];
  const read = joinStatements(
    async ([key = ""]) => {
      // As a pool of connections does: it hands one out a moment after it was asked.
      process.nextTick(() => happened.push(`sent ${key}`));
      await new Promise<void>((resolve) => ends.push(resolve));
      return new Map([[key, key]]);
    },
    { atOnce: 1 },
  );
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const answers = ["a", "b"].map(async (key) => {
    if (key === "b") await turn();
    happened.push(`answered ${await read(key)}`);
  });
  while (ends.length === 0) await turn();
  await turn();
  await turn();
  ends.shift()?.();
  while (!happened.includes("answered a")) await turn();
  ends.shift()?.();
  await Promise.all(answers);
  expect(happened).toEqual(["sent a", "sent b", "answered a", "answered b"]);
});

test("one that is stuck does not hold back the next for ever", async () => {
  const asked: string[][] = [];
  const read = joinStatements(
    async (keys) => {
      asked.push([...keys]);
      if (keys.includes("stuck")) await new Promise(() => {});
      return new Map(keys.map((key) => [key, key]));
    },
    { atOnce: 1 },
  );
  void read("stuck");
  await new Promise((resolve) => setImmediate(resolve));
  expect(await read("a")).toBe("a");
  expect(asked).toEqual([["stuck"], ["a"]]);
});

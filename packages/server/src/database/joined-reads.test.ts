import { expect, test } from "vitest";
import { joinReads } from "./joined-reads.ts";

/** Reads by a table, and remembers what it was asked for. */
function readerOf(rows: Record<string, string>) {
  const asked: string[][] = [];
  const read = joinReads(async (keys) => {
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
  const read = joinReads(async (keys) => {
    if (isBroken) throw new Error("away");
    return new Map(keys.map((key) => [key, key]));
  });
  const both = await Promise.allSettled([read("a"), read("b")]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  isBroken = false;
  expect(await read("a")).toBe("a");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseMeant, countSlips } from "./typos.ts";

test.each([
  ["token", "token", 0],
  ["tokne", "token", 1],
  ["sesion", "session", 1],
  ["authentification", "authentication", 2],
  ["", "abc", 3],
])("between %s and %s are %i slips", (one, other, slips) => {
  expect(countSlips(one, other)).toBe(slips);
});

test("slips count the same in both directions, and never more than the longer word is long", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
      const slips = countSlips(one, other);
      expect(slips).toBe(countSlips(other, one));
      expect(slips).toBeLessThanOrEqual(Math.max(one.length, other.length));
      expect(slips === 0).toBe(one === other);
    }),
  );
});

const likely = (word: string, passages = 1) => ({ word, lexeme: word, passages });

test("the word with the fewest slips is meant, and of several the more frequent ones", () => {
  expect(chooseMeant("tokne", [likely("tokens"), likely("token")])).toEqual(["token"]);
  expect(chooseMeant("gest", [likely("test", 1), likely("guest", 9), likely("rest", 5)])).toEqual([
    "guest",
    "rest",
  ]);
});

test("nothing is meant by a word that is far from all others", () => {
  expect(chooseMeant("zebra", [likely("ledger"), likely("extra")])).toEqual([]);
});

test("two slips in a short word make another word", () => {
  expect(chooseMeant("france", [likely("frame"), likely("trance")])).toEqual(["trance"]);
  expect(chooseMeant("france", [likely("frame")])).toEqual([]);
  expect(chooseMeant("adresses", [likely("addresses")])).toEqual(["addresses"]);
});

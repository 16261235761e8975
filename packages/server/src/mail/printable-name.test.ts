import { expect, test } from "vitest";
import { toPrintableName } from "./printable-name.ts";

test.each([
  "Alice",
  "J. R. R. Tolkien",
  "María de los Ángeles O'Brien-Núñez",
  "علی رضا",
  "李小龍",
  "Carol (moderator)",
])("a letter greets %s by name", (name) => {
  expect(toPrintableName(name)).toBe(name);
});

test.each([
  "http://evil.example Click",
  "Visit evil.example now",
  "evil。example",
  "evil．example",
  "e\u200bvil.exa\u200bmple",
  "www evil example",
  "bob@evil.example",
  "Call 555 0199 today",
  "192.0.2.17",
  "Win $$$",
  "50% off",
  "You won!",
  "<img src=x onerror=alert(1)>",
  "[Click](evil)",
  " \u200b\u202e ",
])("a letter goes without the name %j", (name) => {
  expect(toPrintableName(name)).toBeUndefined();
});

test("what would break a line or turn the reading direction is removed", () => {
  expect(toPrintableName("Al\u202eice\u200b\r\n Bcc\u0000")).toBe("Alice Bcc");
});

test("a long name ends after 40 characters, never inside of one", () => {
  expect(toPrintableName("a".repeat(10_000))).toBe(`${"a".repeat(39)}…`);
  expect(toPrintableName("👩‍🚀".repeat(3))?.includes("\ufffd")).toBe(false);
});

test("stacked marks do not write over other lines", () => {
  expect(toPrintableName(`Z${"\u0301\u0316".repeat(50)}oe`)?.length).toBeLessThan(10);
});

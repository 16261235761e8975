import { expect, test } from "vitest";
import { isOneAddress, readSender } from "./sender.ts";

test("letters call the book by the sender's name", () => {
  expect(readSender(`"Physical AI, the book" <book@example.org>`)).toEqual({
    name: "Physical AI, the book",
    address: "book@example.org",
    book: "Physical AI, the book",
  });
});

test("a sender without a name is called by its domain", () => {
  expect(readSender("book@example.org")).toEqual({
    name: "",
    address: "book@example.org",
    book: "example.org",
  });
});

test.each(["", "nobody", "a@example.org, b@example.org"])(
  "a sender that is not one address is refused: %j",
  (text) => {
    expect(() => readSender(text)).toThrow(TypeError);
  },
);

test.each([
  "alice@example.org\r\nBcc: bob@example.org",
  "alice@example.org,bob@example.org",
  "alice@example.org bob@example.org",
  "<alice@example.org>",
  "alice",
])("a recipient that could become two, or a header, is none: %j", (text) => {
  expect(isOneAddress(text)).toBe(false);
});

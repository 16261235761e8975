import { expect, test } from "vitest";
import { passwordWords, withoutWords } from "./password-words.ts";

test("an account's words are its address, name and book, whole and in parts, longest first", () => {
  const words = passwordWords({
    email: "alice.b@mail.library.org",
    name: "Alice Bo Ångström",
    bookTitle: "Night & Day",
  });
  expect(words).toEqual([
    "alice.b@mail.library.org",
    "alice bo ångström",
    "mail.library.org",
    "night & day",
    "bookplate",
    "ångström",
    "alice.b",
    "library",
    "alice",
    "night",
    "mail",
    "day",
  ]);
});

test("an ending that many addresses share, and words of two letters, are nobody's", () => {
  expect(passwordWords({ email: "bo@library.org", name: "Bo" })).not.toContain("org");
  expect(passwordWords({ email: "bo@library.org", name: "Bo" })).not.toContain("bo");
});

test("each own word is worth one character", () => {
  expect(withoutWords("Alice 1984 Bookplate", ["bookplate", "alice"])).toBe("\0 1984 \0");
  expect(withoutWords("lantern orchard", ["bookplate"])).toBe("lantern orchard");
});

import { expect, test } from "vitest";
import { partIn, partsFor } from "./parts.ts";

const account = partsFor({ guest: false });
const guest = partsFor({ guest: true });

test("every part of the page has an address of its own", () => {
  for (const part of account) expect(partIn(`#${part}`, account)).toBe(part);
});

test("an address that names no part shows the first one", () => {
  expect(partIn("", account)).toBe("profile");
  expect(partIn("#constructor", account)).toBe("profile");
});

test("a guest sees what a guest has, also by a link to what only accounts have", () => {
  expect(guest).toEqual(["chats", "bookmarks", "preferences", "data"]);
  expect(partIn("#devices", guest)).toBe("chats");
});

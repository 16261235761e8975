import { expect, test } from "vitest";
import { type Reader, readerChange } from "./reader.ts";

const nobody: Reader = { kind: "guest", id: null };
const guest: Reader = { kind: "guest", id: "a-guest" };
const alice: Reader = { kind: "user", id: "alice" };
const bob: Reader = { kind: "user", id: "bob" };

test("a first question makes a guest without disturbing the conversation that it is asked in", () => {
  expect(readerChange(nobody, guest)).toEqual({ chats: "keep", draft: "keep" });
});

test("a guest who becomes an account keeps the conversation on the screen", () => {
  expect(readerChange({ kind: "guest", id: "alice" }, alice)).toEqual({ chats: "refresh", draft: "keep" });
});

test("a question that was not sent survives signing in", () => {
  expect(readerChange(nobody, alice).draft).toBe("keep");
  expect(readerChange(guest, alice)).toEqual({ chats: "empty", draft: "keep" });
});

test("signing out forgets the chats and what was typed", () => {
  expect(readerChange(alice, nobody)).toEqual({ chats: "empty", draft: "forget" });
});

test("a session that ends under the reader's hands keeps what was typed and nothing else", () => {
  expect(readerChange(alice, nobody, { sessionEnded: true })).toEqual({ chats: "empty", draft: "keep" });
});

test("what alice typed when her session ended comes back to her and is not shown to bob", () => {
  expect(readerChange(nobody, alice, { draftOwner: "alice" }).draft).toBe("keep");
  expect(readerChange(nobody, bob, { draftOwner: "alice" })).toEqual({ chats: "empty", draft: "swap" });
});

test("another account in the same tab sees nothing of the last one", () => {
  expect(readerChange(alice, bob)).toEqual({ chats: "empty", draft: "swap" });
});

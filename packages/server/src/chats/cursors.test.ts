import fc from "fast-check";
import { expect, test } from "vitest";
import { ValidationError } from "../domain-error.ts";
import { readIdCursor, writeCursor } from "../paging.ts";
import * as cursors from "./cursors.ts";

test("a cursor leads back to its place", () => {
  const date = fc.date({ min: new Date(0), max: new Date("2200-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(date, fc.uuid(), (updatedAt, id) => {
      const cursor = cursors.writeConversationCursor({ updatedAt, id });
      expect(cursors.readConversationCursor(cursor)).toEqual({ updatedAt, id });
      expect(readIdCursor(writeCursor(id))).toBe(id);
    }),
  );
});

test("a cursor that was never written is refused", () => {
  fc.assert(
    fc.property(fc.string(), (cursor) => {
      expect(() => cursors.readConversationCursor(cursor)).toThrow(ValidationError);
      expect(() => readIdCursor(cursor)).toThrow(ValidationError);
    }),
  );
});

test("a cursor of a year that has more than four digits is refused, because no database reads it", () => {
  const id = "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55";
  const at = new Date(999_999_999_999_999);
  const cursor = cursors.writeConversationCursor({ updatedAt: at, id });
  expect(() => cursors.readConversationCursor(cursor)).toThrow(ValidationError);
});

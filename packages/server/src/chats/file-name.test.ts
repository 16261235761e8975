import fc from "fast-check";
import { expect, test } from "vitest";
import { attachment } from "./file-name.ts";

/** Any 16 bits: also halves of characters. */
const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

test.each([
  [
    "Which cookies are set?",
    "attachment; filename=\"Which cookies are set.md\"; filename*=UTF-8''Which%20cookies%20are%20set.md",
  ],
  ["../../etc/passwd", "attachment; filename=\"etc passwd.md\"; filename*=UTF-8''etc%20passwd.md"],
  ["چراغ", `attachment; filename="conversation.md"; filename*=UTF-8''${encodeURIComponent("چراغ")}.md`],
  ["\u202e", "attachment; filename=\"conversation.md\"; filename*=UTF-8''conversation.md"],
])("a conversation called %j is kept as %s", (title, header) => {
  expect(attachment(title, "md")).toBe(header);
});

test("no title ends the header, names a folder, or is no header", () => {
  fc.assert(
    fc.property(fc.string({ unit }), (title) => {
      const header = attachment(title, "md");
      expect(header).toMatch(
        /^attachment; filename="[A-Za-z0-9 ._-]+\.md"; filename\*=UTF-8''[A-Za-z0-9%._~!-]+\.md$/,
      );
      expect(new Headers({ "content-disposition": header }).get("content-disposition")).toBe(header);
    }),
  );
});

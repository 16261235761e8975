import { expect, test } from "vitest";
import { readAnnouncement } from "./announcement-file.ts";

test("the first line is the subject, the rest the text", () => {
  const news = { subject: "A new chapter", text: "It is about arms.\n\nRead it." };
  expect(readAnnouncement("# A new chapter\n\nIt is about arms.\n\nRead it.\n")).toEqual(news);
  expect(readAnnouncement("\uFEFF\nA new chapter\r\n\r\nIt is about arms.\r\n\r\nRead it.")).toEqual(news);
});

test.each([
  ["nothing", ""],
  ["a subject alone", "# A new chapter\n"],
  ["a subject that goes over into the text", "A new chapter\nis about arms."],
  ["a first line that is no subject", `${"long ".repeat(40)}\n\nText`],
])("%s is no announcement", (_what, file) => {
  expect(readAnnouncement(file)).toBeUndefined();
});

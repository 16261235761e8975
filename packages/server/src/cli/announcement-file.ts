import type { AnnouncementText } from "../mail/announcements.ts";

const longestSubject = 150;

/**
 * News as an operator writes them: the subject in the first line, with or without the `#` of Markdown, an empty line,
 * and the text.
 *
 * @returns nothing where one of the two is missing, or the first line is too long for a subject
 */
export function readAnnouncement(file: string): AnnouncementText | undefined {
  const [first = "", ...rest] = file
    .replace(/^\uFEFF/, "")
    .trimStart()
    .split(/\r?\n/);
  const subject = first.replace(/^#+\s*/, "").trim();
  const text = rest.join("\n").trim();
  const blank = rest[0]?.trim() === "";
  return subject === "" || subject.length > longestSubject || text === "" || !blank
    ? undefined
    : { subject, text };
}

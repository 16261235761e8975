import { z } from "zod";
import { readContents, writeContents } from "./letter-contents.ts";
import { letterHeaders, type OutgoingLetter } from "./outgoing-letter.ts";
import { type RenderedLetter, renderLetter } from "./render.ts";

export const mailboxLetterSchema = z.object({
  id: z.string(),
  /** ISO 8601. */
  at: z.string(),
  to: z.string(),
  subject: z.string(),
  kind: z.string(),
  text: z.string(),
  html: z.string(),
  links: z.array(z.string()),
  code: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
});

/** A letter in the local mailbox, as `/dev/mail.json` shows it. */
export type MailboxLetter = z.infer<typeof mailboxLetterSchema>;

/** The same as it is kept, with what it was written from. */
export const caughtLetterSchema = mailboxLetterSchema.extend({
  contents: z.string(),
  /** What it calls the book. */
  book: z.string(),
});
export type CaughtLetter = z.infer<typeof caughtLetterSchema>;

export function catchLetter(letter: OutgoingLetter, at: Date): CaughtLetter {
  const { id, kind, to, from, subject, text, html, links, code } = letter;
  return {
    id,
    at: at.toISOString(),
    to,
    subject,
    kind,
    text,
    html,
    links: [...links],
    code,
    headers: {
      From: from.name ? `${from.name} <${from.address}>` : from.address,
      To: to,
      Subject: subject,
      Date: at.toUTCString(),
      ...letterHeaders(letter),
    },
    contents: writeContents(letter.letter),
    book: from.book,
  };
}

export function toMailboxLetter({ contents: _, book: __, ...letter }: CaughtLetter): MailboxLetter {
  return letter;
}

/** The same letter as a reader of another language gets it. */
export function translateLetter({ contents, book }: CaughtLetter, language: string): Promise<RenderedLetter> {
  return renderLetter({ ...readContents(contents), language }, book);
}

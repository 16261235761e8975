import { z } from "zod";
import { letterHeaders, type OutgoingLetter } from "./outgoing-letter.ts";

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

export function toMailboxLetter(letter: OutgoingLetter, at: Date): MailboxLetter {
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
  };
}

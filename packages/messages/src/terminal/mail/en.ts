/** What `bookplate mail` prints. */
export const mail = {
  help: {
    mail: "see whether letters go out and which did not, send news to readers",
    test: "send a letter to an address by every transport, and say what each answered",
    address: "an email address",
    list: "list the newest letters and what became of them",
    failed: "only those that were given up",
    to: "only those to this address",
    retry: "send a letter again that was given up",
    id: "the letter's id, from mail list",
    all: "all that were given up",
    suppressed: "list the addresses that no letter goes to at the moment",
    unsuppress: "let letters go to an address again",
    announce: "write to every reader who asked for news; each file counts once",
    file: "the subject in the first line, an empty line, the text",
    yes: "write the letters; without it, only say how many there would be",
  },
  states: { queued: "waits", sent: "sent", failed: "given up", suppressed: "not sent" },
  deliveries: {
    delayed: "sent, delayed",
    delivered: "delivered",
    bounced: "bounced",
    complained: "called spam",
  },
  reasons: {
    bounced: "nobody reads mail there",
    complained: "its owner called a letter spam",
    unreachable: "its mailbox takes nothing at the moment",
    unwanted: "its owner switched such letters off",
  },
  attempts: ({ count }: { count: number }) => (count === 1 ? "1 attempt" : `${count} attempts`),
  until: ({ moment }: { moment: string }) => `until ${moment}`,
  none: "There are no letters. They are kept for 30 days.",
  noneFailed: "No letter was given up.",
  noneSuppressed: "Letters go to every address.",
  retried: ({ count }: { count: number }) =>
    count === 1 ? "1 letter goes out again." : `${count} letters go out again.`,
  retryNeedsOne:
    "Name one letter by its id, or all of them with --all. bookplate mail list --failed shows them.",
  noSuchLetter: ({ id }: { id: string }) =>
    `There is no letter ${id} that was given up and can still be sent. What it says is kept for four days.`,
  unsuppressed: ({ address }: { address: string }) => `Letters go to ${address} again.`,
  notSuppressed: ({ address }: { address: string }) => `${address} was not suppressed.`,
  noAddress: ({ address }: { address: string }) => `"${address}" is not one email address.`,
  noFile: ({ file }: { file: string }) => `${file} cannot be read.`,
  noAnnouncement: ({ file }: { file: string }) =>
    `${file} needs a subject of at most 150 characters in its first line, an empty line, and a text.`,
  wouldAnnounce: ({ subject, count }: { subject: string; count: number }) =>
    `"${subject}" would go to ${count} ${count === 1 ? "reader" : "readers"}. Add --yes to write the letters.`,
  announced: ({ subject, count }: { subject: string; count: number }) =>
    `"${subject}" goes to ${count} ${count === 1 ? "reader" : "readers"}, behind letters that somebody waits for.`,
  announcedAlready: ({ subject, moment }: { subject: string; moment: string }) =>
    `"${subject}" was announced already, at ${moment}. Nobody gets it twice.`,
  testTaken: "Taken. Whether it arrives in the inbox or among the spam, the mailbox shows.",
  testRefused: "Not every transport took the letter.",
  testCaught: "No transport is set, so the letter is at /dev/mail and nowhere else.",
  mends: {
    credentials: "SMTP_URL or RESEND_API_KEY with the right user, password or key",
    sender: "MAIL_FROM with a domain that this server or provider has verified for you",
    quota: "nothing: wait, raise the provider's quota, or name a second transport in MAIL_TRANSPORT",
    encryption: "SMTP_URL with the name that is in the server's certificate",
    address: "SMTP_URL with the right host and port; look at firewalls, too",
  },
};

export type Mail = typeof mail;

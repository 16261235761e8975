const number = new Intl.NumberFormat("en");
const seconds = new Intl.NumberFormat("en", { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const migrations = (count: number) =>
  `${number.format(count)} ${count === 1 ? "migration" : "migrations"} applied`;

/** What a start prints. */
export const screen = {
  database: "Database",
  secret: "Secret",
  mail: "Mail",
  answers: "Answers",
  book: "Book",
  mailbox: "Mailbox",
  api: "API",
  upToDate: "schema up to date",
  migrated: ({ count }: { count: number }) => migrations(count),
  newFromImage: "new, from a prepared image",
  newMigrated: ({ count }: { count: number }) => `new, ${migrations(count)}`,
  secretReplaced: "a new secret was generated",
  secretGenerated: ({ file }: { file: string }) => `generated into ${file} (git-ignored)`,
  mailCaught: "caught locally, nothing leaves this machine",
  mailSent: ({ from }: { from: string }) => `sent by SMTP as ${from}`,
  noBook: "no book found yet: build it, or set BOOK_DIR",
  answersFromExtracts: ({ count }: { count: number }) =>
    `extracts: quotes the book (${number.format(count)} passages), needs no key`,
  bookHint: "ask the chat panel something",
  portMoved: ({ port }: { port: number }) => `port ${port} is busy, so this one`,
  mailboxHint: "every letter this server sends",
  apiHint: "every route, with examples",
  claim: "No administrator yet. Claim this server (30 min, once):",
  claimAgain: "print it again: npx bookplate admin link",
  noAdministrator: "No administrator yet: npx bookplate admin link prints a link for one.",
  /** The time from the process's beginning. */
  ready: ({ count }: { count: number }) => `Ready in ${seconds.format(count)} s. Ctrl+C stops; data stays.`,
};

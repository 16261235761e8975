import { checks, commands } from "./commands-en.ts";

const number = new Intl.NumberFormat("en");
const seconds = new Intl.NumberFormat("en", { maximumFractionDigits: 1, minimumFractionDigits: 1 });

/** What `npm start` and the commands print. */
export const en = {
  commands,
  checks,
  database: "Database",
  secret: "Secret",
  mail: "Mail",
  answers: "Answers",
  book: "Book",
  mailbox: "Mailbox",
  api: "API",
  migrations: (applied: number) =>
    applied === 0
      ? "schema up to date"
      : `${number.format(applied)} ${applied === 1 ? "migration" : "migrations"} applied`,
  newDatabase: (applied: number) =>
    applied === 0
      ? "new, from the prepared image"
      : `new, ${number.format(applied)} ${applied === 1 ? "migration" : "migrations"} applied`,
  secretReplaced: "a new secret was generated",
  secretGenerated: (file: string) => `generated into ${file} (git-ignored)`,
  mailCaught: "caught locally, nothing leaves this machine",
  mailSent: (from: string) => `sent by SMTP as ${from}`,
  answersFromExtracts: (passages: number) =>
    passages === 0
      ? "no book found yet: build it, or set BOOK_DIR"
      : `extracts: quotes the book (${number.format(passages)} passages), needs no key`,
  bookHint: "ask the chat panel something",
  portMoved: (port: number) => `port ${port} is busy, so this one`,
  mailboxHint: "every letter this server sends",
  apiHint: "every route, with examples",
  ready: (time: number) => `Ready in ${seconds.format(time)} s. Ctrl+C stops; data stays.`,
};

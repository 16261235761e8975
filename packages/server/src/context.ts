import { availableParallelism } from "node:os";
import type { Logger } from "pino";
import { createHashQueue } from "./accounts/hash-queue.ts";
import { createAccounts } from "./accounts/service.ts";
import { createAnswers } from "./answers/answers.ts";
import { createExtracts } from "./answers/extracts.ts";
import { createAudit } from "./audit/audit.ts";
import { createBetterAuth } from "./better-auth/auth.ts";
import { createIdentities } from "./better-auth/identities.ts";
import { createBook } from "./book/book.ts";
import { readBookTitle } from "./book/title.ts";
import { claimableConversations } from "./chats/claimable.ts";
import { createChats } from "./chats/service.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config/config.ts";
import type { OpenDatabase } from "./database/database.ts";
import { createJobs } from "./database/jobs.ts";
import { createGuests } from "./guests/service.ts";
import { createMail } from "./mail/mail.ts";
import type { MailTransport } from "./mail/transport.ts";
import type { Mailbox } from "./mail/transports/mailbox.ts";
import { createPreferences } from "./preferences/service.ts";
import { createSessions } from "./sessions/service.ts";

/** What has been opened before the parts are joined, and is closed after them. */
export interface Opened {
  readonly database: OpenDatabase;
  readonly transport: MailTransport;
  /** Where letters are caught instead of sent. */
  readonly mailbox: Mailbox | undefined;
}

/**
 * Builds all parts and joins them, top to bottom in the order of their dependencies. The only place
 * where they know of each other; the schema is up to date by now.
 */
export function createContext(config: Config, opened: Opened, log: Logger, clock: Clock) {
  const { database, transport, mailbox } = opened;
  const { db } = database;
  const { keyring, http } = config;
  const loginUrl = `${http.bookUrl}/login`;

  const jobs = createJobs(database, log);
  const audit = createAudit({ clock });
  const mail = createMail({ database: db, jobs, keyring, clock, transport, log, config });

  const betterAuth = createBetterAuth({
    database: db,
    keyring,
    publicUrl: http.publicUrl,
    audience: config.sessions.audience,
  });
  const identities = createIdentities(betterAuth);
  const sessions = createSessions({
    database: db,
    clock,
    keyring,
    identities,
    audit,
    mail,
    log,
    config: config.sessions,
    guestIdleMs: config.guests.retentionMs,
    issuer: http.publicUrl,
    loginUrl,
  });
  const preferences = createPreferences({ database: db, clock });
  const guests = createGuests({
    database: db,
    clock,
    identities,
    sessions,
    audit,
    claimables: [claimableConversations],
    retentionMs: config.guests.retentionMs,
  });
  // Hashing shares libuv's four threads with files and name look-ups: one stays free.
  const hashQueue = createHashQueue({ concurrency: Math.min(availableParallelism(), 3), maxWaiting: 64 });
  const accounts = createAccounts({
    database: db,
    clock,
    keyring,
    identities,
    sessions,
    guests,
    preferences,
    audit,
    mail,
    hashQueue,
    config: config.accounts,
    bookUrl: http.bookUrl,
    loginUrl,
    findBookTitle: () => readBookTitle(config.book.directory),
  });

  // Every hour, on one node: what has expired can be asked for by nobody, and only takes up room.
  jobs.define({ name: "purge-expired", schedule: "17 * * * *" }, async () => {
    await sessions.purge();
    await accounts.purge();
    await mail.purge();
    await guests.purge();
  });

  const book = createBook({ database: db, directory: config.book.directory, log });
  const answers = createAnswers({ book, model: createExtracts(), log });
  const chats = createChats({ database: db, clock, answers, preferences, log });

  return {
    config,
    clock,
    log,
    database,
    betterAuth,
    mail,
    mailbox,
    sessions,
    preferences,
    guests,
    accounts,
    book,
    chats,

    async start(): Promise<void> {
      await sessions.start();
      await jobs.start();
    },

    /** Ends what runs, in the order that loses nothing; the database stays open. */
    async stop(): Promise<void> {
      await chats.close();
      await sessions.stop();
      await jobs.stop();
      await transport.close();
    },
  };
}

export type Context = ReturnType<typeof createContext>;

import { availableParallelism } from "node:os";
import type { Logger } from "pino";
import { createHashQueue } from "./accounts/hash-queue.ts";
import { createAccounts } from "./accounts/service.ts";
import { createAnswers } from "./answers/answers.ts";
import { createExtracts } from "./answers/extracts.ts";
import { createActivity } from "./audit/activity.ts";
import { createAudit } from "./audit/audit.ts";
import { createBetterAuth } from "./better-auth/auth.ts";
import { createIdentities } from "./better-auth/identities.ts";
import { createNativeMount } from "./better-auth/native/mount.ts";
import { createBook } from "./book/book.ts";
import { readBookTitle } from "./book/title.ts";
import { claimableConversations } from "./chats/claimable.ts";
import { createChats } from "./chats/service.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config/config.ts";
import type { OpenDatabase } from "./database/database.ts";
import { createJobs } from "./database/jobs.ts";
import { createNotifications } from "./database/notifications.ts";
import { createGuests } from "./guests/service.ts";
import { createMail } from "./mail/mail.ts";
import type { MailTransport } from "./mail/transport.ts";
import type { Mailbox } from "./mail/transports/mailbox.ts";
import { createPreferences } from "./preferences/service.ts";
import { createSecrets } from "./secrets/service.ts";
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
  const accountUrl = `${http.bookUrl}/account`;

  const jobs = createJobs(database, log);
  const notifications = createNotifications(database, log);
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
    notifications,
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
    accountUrl,
  });
  const secrets = createSecrets({ database: db, keyring, clock });
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

  const native = createNativeMount({
    database: db,
    keyring,
    clock,
    log,
    sessions,
    guests,
    audit,
    emailVerification: config.accounts.emailVerification,
    publicUrl: http.publicUrl,
    audience: config.sessions.audience,
    bookUrl: http.bookUrl,
    allowedOrigins: http.allowedOrigins,
  });

  // Every hour, on one node: what has expired can be asked for by nobody, and only takes up room.
  jobs.define({ name: "purge-expired", schedule: "17 * * * *" }, async () => {
    await sessions.purge();
    await accounts.purge();
    await mail.purge();
    await guests.purge();
    await native.purge();
  });

  // Every hour, on one node: most times the key is young, and nothing is to be done.
  jobs.define({ name: "rotate-signing-keys", schedule: "47 * * * *" }, () =>
    sessions.signingKeys.rotateIfDue(),
  );

  const book = createBook({ database: db, directory: config.book.directory, log });
  const answers = createAnswers({ book, model: createExtracts(), log });
  const chats = createChats({ database: db, clock, answers, preferences, log });

  return {
    config,
    clock,
    log,
    database,
    jobs,
    notifications,
    betterAuth,
    mail,
    mailbox,
    sessions,
    preferences,
    guests,
    accounts,
    native,
    activity: createActivity({ database: db }),
    book,
    chats,

    async start(): Promise<void> {
      await secrets.start();
      await sessions.start();
      // After everybody has subscribed, and before the first request.
      await notifications.start();
      await jobs.start();
    },

    /** Ends what runs, in the order that loses nothing; the database stays open. */
    async stop(): Promise<void> {
      await chats.close();
      await sessions.stop();
      secrets.stop();
      await jobs.stop();
      await notifications.stop();
      await transport.close();
    },
  };
}

export type Context = ReturnType<typeof createContext>;

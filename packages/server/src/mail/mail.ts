// The outbox. A letter is written in the transaction that causes it and sent by a job, so that a rolled-back
// change sends nothing, and no answer's time tells whether a letter was sent.
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { MailConfig } from "../config/config.ts";
import type { Keyring } from "../config/keyring.ts";
import type { OpenDatabase, Transaction } from "../database/database.ts";
import type { Jobs } from "../database/jobs.ts";
import { createAnnouncements } from "./announcements.ts";
import type { ChosenCategory } from "./category.ts";
import { createDeliveries } from "./deliveries.ts";
import type { Letter, LetterKind } from "./letter.ts";
import * as queries from "./queries.ts";
import { createRounds } from "./rounds.ts";
import { createSendLetter } from "./send-letter.ts";
import { readSender } from "./sender.ts";
import { createSuppression } from "./suppression.ts";
import { deleteSuppression } from "./suppression-queries.ts";
import type { MailTransport } from "./transport.ts";
import { createUnsubscriptions } from "./unsubscriptions.ts";
import { createWayOut } from "./way-out.ts";
import { createWriteLetter } from "./write-letter.ts";

export interface MailDeps {
  readonly database: OpenDatabase;
  readonly jobs: Pick<Jobs, "define" | "send">;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly log: Logger;
  readonly transport: MailTransport;
  readonly config: { readonly mail: MailConfig; readonly http: { readonly publicUrl: string } };
  readonly preferences: {
    wants(address: string, category: ChosenCategory): Promise<boolean>;
    silence(userId: string, category: ChosenCategory): Promise<void>;
  };
}

const jobName = "send-letters";
const day = 24 * 60 * 60_000;

/** Long enough to answer "why did the letter not arrive?", and past the last retry. */
const keptMs = 30 * day;
/** The longest life of a token in a letter, and the day in which letters are tried. */
const failedContentsKeptMs = 4 * day;
/** How long letters that are being sent hold up a process that ends. */
const patienceMs = 5_000;

/**
 * Call it before the jobs start: it defines the one that sends.
 *
 * @throws {TypeError} when the configured sender is not one address
 */
export function createMail(deps: MailDeps) {
  const { jobs, keyring, clock, log, preferences } = deps;
  const database = deps.database.db;
  const from = readSender(deps.config.mail.from);
  const suppression = createSuppression({ database, clock });
  const unsubscriptions = createUnsubscriptions({
    keyring,
    preferences,
    publicUrl: deps.config.http.publicUrl,
  });
  const wayOut = createWayOut(log);
  const sendLetter = createSendLetter({
    ...deps,
    database,
    from,
    suppression,
    wayOut,
    wants: preferences.wants,
    restFor: (ms) => {
      wayOut.restFor(ms);
      // A little later, so that the rest is over by then.
      setTimeout(rounds.begin, ms + 50).unref();
    },
  });
  const rounds = createRounds({
    ...sendLetter,
    onError: (error) => log.warn({ err: error }, "letters have to wait"),
  });

  const insert = createWriteLetter({ keyring, clock });

  const announcements = createAnnouncements({ database, clock, insert, linkFor: unsubscriptions.linkFor });

  // The transaction's own job wakes this at its commit; every minute it looks for what is due again.
  jobs.define({ name: jobName, schedule: "* * * * *" }, async () => {
    rounds.begin();
    await announcements.write();
    rounds.begin();
  });

  return {
    /** Writes a letter; it goes out when, and only when, the transaction commits. */
    async enqueue(trx: Transaction, letter: Letter): Promise<void> {
      await insert(trx, letter);
      await jobs.send(trx, jobName, {});
    },

    /** How many letters of some kinds were written to an address since a moment. */
    countSince: (trx: Transaction, address: string, kinds: readonly LetterKind[], since: Date) =>
      queries.countLettersSince(trx, address, kinds, since),

    /** An account is gone: with it go its letters, and what its mail server said about them. */
    async forget(trx: Transaction, address: string): Promise<void> {
      await queries.deleteLettersTo(trx, address);
      await deleteSuppression(trx, address);
    },

    unsubscriptions,
    /** What letters call the book. */
    book: from.book,
    deliveries: createDeliveries({ database, suppression }),

    /** `failing`: the last letter that this process had could not leave it. */
    state: wayOut.state,

    /** Before the jobs start. What the last process of an embedded database was sending is due again. */
    async start(): Promise<void> {
      if (deps.database.kind === "pglite") await queries.releaseAll(database);
      rounds.begin();
    },

    /** Looks for letters that are due, because a command has changed some. */
    async look(): Promise<void> {
      await announcements.write();
      rounds.begin();
    },

    /** Before the transport is closed. */
    stop: () => rounds.stop(patienceMs),

    /** Removes what is long settled. */
    async purge(): Promise<void> {
      const before = (ms: number) => new Date(clock.now().getTime() - ms);
      await queries.purgeLetters(database, {
        letters: before(keptMs),
        contents: before(failedContentsKeptMs),
      });
      await suppression.purge();
    },
  };
}

export type Mail = ReturnType<typeof createMail>;

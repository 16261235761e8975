// The outbox. A letter is written in the transaction that causes it and sent by a job, so that a rolled-back
// change sends nothing, and no answer's time tells whether a letter was sent.
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { MailConfig } from "../config/config.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Database, Transaction } from "../database/database.ts";
import type { Jobs } from "../database/jobs.ts";
import { uuidv7 } from "../uuid.ts";
import type { Letter } from "./letter.ts";
import * as queries from "./queries.ts";
import { renderLetter } from "./render.ts";
import { createSendLetter, maxAttempts } from "./send-letter.ts";
import { readSender } from "./sender.ts";
import type { MailTransport } from "./transport.ts";

export interface MailDeps {
  readonly database: Database;
  readonly jobs: Pick<Jobs, "define" | "send">;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly log: Logger;
  readonly transport: MailTransport;
  readonly config: { readonly mail: MailConfig };
}

const jobName = "send-letter";

/** Long enough to answer "why did the letter not arrive?", and past the last retry. */
const keptMs = 30 * 24 * 60 * 60_000;

/** Waits double from here, with some chance in them: nine retries take about a day. */
const firstRetryAfterSeconds = 100;

/**
 * Call it before the jobs start: it defines the one that sends.
 *
 * @throws {TypeError} when the configured sender is not one address
 */
export function createMail(deps: MailDeps) {
  const { database, jobs, keyring, clock, log, transport } = deps;
  const from = readSender(deps.config.mail.from);
  const sendLetter = createSendLetter({ database, keyring, clock, log, transport, from });

  jobs.define(
    // One more than there are attempts: an attempt that ended the process is settled by the next run.
    { name: jobName, retryLimit: maxAttempts, retryDelay: firstRetryAfterSeconds },
    async ({ letterId }) => {
      if (letterId !== undefined) await sendLetter(letterId);
    },
  );

  return {
    /** Writes a letter; it goes out when, and only when, the transaction commits. */
    async enqueue(trx: Transaction, letter: Letter): Promise<void> {
      const id = uuidv7();
      const rendered = await renderLetter(letter, from.book);
      await queries.insertLetter(trx, {
        id,
        recipient: letter.to,
        kind: letter.kind,
        contents: keyring.encrypt("letter-encryption", JSON.stringify(rendered)),
        lastError: null,
        createdAt: clock.now(),
        sentAt: null,
      });
      await jobs.send(trx, jobName, { letterId: id });
    },

    /** Removes letters that are long settled. */
    purge: () => queries.deleteOlderThan(database, new Date(clock.now().getTime() - keptMs)),
  };
}

export type Mail = ReturnType<typeof createMail>;

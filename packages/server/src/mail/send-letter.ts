import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Database } from "../database/database.ts";
import { describeFailure, LetterNotSentError } from "./errors.ts";
import type { LetterKind } from "./letter.ts";
import * as queries from "./queries.ts";
import type { RenderedLetter } from "./render.ts";
import type { Sender } from "./sender.ts";
import type { MailTransport } from "./transport.ts";

/** The letter's own count decides, not the job's: it survives a job that was lost. */
export const maxAttempts = 10;

/**
 * One attempt to send a letter. Letters that are sent or given up are left alone, so a job may run twice.
 *
 * @throws {LetterNotSentError} while it is worth another attempt
 */
export function createSendLetter(deps: {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly log: Logger;
  readonly transport: MailTransport;
  readonly from: Sender;
}) {
  const { database, keyring, clock, log, transport, from } = deps;

  return async function sendLetter(id: string): Promise<void> {
    const letter = await queries.claimAttempt(database, id);
    if (!letter) return;
    const facts = { letterId: id, kind: letter.kind, attempt: letter.attempts };
    if (letter.attempts > maxAttempts || letter.contents === null) {
      await queries.markFailed(database, id, undefined);
      log.error(facts, "a letter is given up");
      return;
    }
    try {
      const rendered: RenderedLetter = JSON.parse(keyring.decrypt("letter-encryption", letter.contents));
      await transport.send({
        ...rendered,
        id,
        kind: letter.kind as LetterKind,
        from,
        to: letter.recipient,
      });
    } catch (error) {
      const failure = describeFailure(error);
      if (letter.attempts < maxAttempts) {
        await queries.noteFailure(database, id, failure);
        log.warn({ ...facts, failure }, "a letter could not be sent and will be tried again");
        throw new LetterNotSentError(failure);
      }
      await queries.markFailed(database, id, failure);
      log.error({ ...facts, failure }, "a letter is given up");
      return;
    }
    await queries.markSent(database, id, clock.now());
  };
}

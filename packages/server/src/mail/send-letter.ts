import { setTimeout } from "node:timers/promises";
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Database } from "../database/database.ts";
import { maxAttempts, waitAfter } from "./back-off.ts";
import { type ChosenCategory, categoryOf } from "./category.ts";
import { DeliveryError, toDeliveryError } from "./errors.ts";
import { readContents } from "./letter-contents.ts";
import type { OutgoingLetter } from "./outgoing-letter.ts";
import * as queries from "./queries.ts";
import { renderLetter } from "./render.ts";
import type { Sender } from "./sender.ts";
import type { Suppression } from "./suppression.ts";
import { attemptLimitMs, type MailTransport } from "./transport.ts";
import type { WayOut } from "./way-out.ts";

/** After this another node may make the next attempt; nodes' clocks may be a minute apart. */
const claimMs = attemptLimitMs + 2 * 60_000;

export interface SendLetterDeps {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly log: Logger;
  readonly transport: MailTransport;
  readonly from: Sender;
  readonly suppression: Suppression;
  readonly wayOut: WayOut;
  /** Whether the reader with this address wants letters of this category. */
  wants(address: string, category: ChosenCategory): Promise<boolean>;
  /** Sends nothing for so long, then looks again. */
  restFor(ms: number): void;
}

/**
 * The letter is out: a database that is away for a moment shall not make it go out again.
 *
 * @throws what the last try threw, after about half a minute
 */
async function insist(work: () => Promise<void>): Promise<void> {
  for (let waitMs = 500; waitMs < 30_000; waitMs *= 2) {
    try {
      return await work();
    } catch {
      await setTimeout(waitMs);
    }
  }
  return work();
}

/** One attempt at a letter: taking it, and sending it. */
export function createSendLetter(deps: SendLetterDeps) {
  const { database, keyring, clock, log, transport, from, suppression, wayOut } = deps;

  async function write(claimed: queries.ClaimedLetter): Promise<OutgoingLetter> {
    const letter = readContents(keyring.decrypt("letter-encryption", claimed.contents ?? ""));
    return {
      ...(await renderLetter(letter, from.book)),
      id: claimed.id,
      kind: letter.kind,
      letter,
      from,
      to: claimed.recipient,
      attempt: claimed.attempts,
      unsubscribeUrl: "unsubscribeUrl" in letter ? letter.unsubscribeUrl : null,
    };
  }

  /** @returns why its recipient is not to get it */
  async function findObstacle(outgoing: OutgoingLetter): Promise<string | undefined> {
    const suppressed = await suppression.find(outgoing.to);
    if (suppressed) return suppressed.reason;
    const category = categoryOf(outgoing.kind);
    const wanted = category === "security" || (await deps.wants(outgoing.to, category));
    return wanted ? undefined : "unwanted";
  }

  /** What the transport says is all that is judged: a database that goes away makes no letter fail. */
  async function send(claimed: queries.ClaimedLetter): Promise<void> {
    // An attempt that ended its process was counted, but nobody judged it.
    if (claimed.attempts > maxAttempts) return queries.markFailed(database, claimed, "process ended");
    const outgoing = await write(claimed).catch(toDeliveryError);
    if (outgoing instanceof DeliveryError) return settleFailure(claimed, outgoing);
    const obstacle = await findObstacle(outgoing);
    if (obstacle !== undefined) return queries.markSuppressed(database, claimed, obstacle);
    const receipt = await transport.send(outgoing).catch(toDeliveryError);
    if (receipt instanceof DeliveryError) return settleFailure(claimed, receipt);
    const { sentBy, providerId = null, passedOver = [] } = receipt;
    wayOut.passedOver(passedOver);
    const sentAt = clock.now();
    await insist(() => queries.markSent(database, claimed, { sentAt, sentBy, providerId }));
    // Whatever else waited for this may go now.
    if (wayOut.opened()) await queries.releaseBlocked(database);
  }

  async function settleFailure(claimed: queries.ClaimedLetter, error: DeliveryError): Promise<void> {
    const { failure, blame, lasting, retryAfterMs } = error;
    const facts = { letterId: claimed.id, kind: claimed.kind, attempt: claimed.attempts, failure };
    if (blame === "way" && retryAfterMs === undefined) wayOut.closed(error);
    if (error.nobodyThere) await suppression.add(database, claimed.recipient, "bounced");
    if (lasting || (claimed.attempts >= maxAttempts && retryAfterMs === undefined)) {
      await queries.markFailed(database, claimed, failure);
      log.error(facts, "a letter is given up");
      return;
    }
    if (retryAfterMs !== undefined) deps.restFor(retryAfterMs);
    const wait = retryAfterMs ?? waitAfter(claimed.attempts);
    await queries.postpone(database, claimed, {
      until: new Date(clock.now().getTime() + wait),
      blocked: blame === "way",
      lastError: failure,
      // Being asked to wait is no refusal.
      counts: retryAfterMs === undefined,
    });
    log.info(facts, "a letter will be tried again");
  }

  return {
    /** The next letter that is due, for this process alone; nothing where none is, or none may be sent now. */
    async claim(): Promise<queries.ClaimedLetter | undefined> {
      if (wayOut.rests()) return undefined;
      const now = clock.now();
      return queries.claimDueLetter(database, { now, until: new Date(now.getTime() + claimMs) });
    },
    send,
  };
}

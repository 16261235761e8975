// Letters that can be asked for with nothing but an address. Whoever asks waits for two inserts, the same for
// every address; whether there is an account, and what it gets, a job finds out afterwards. So neither the answer
// nor its time tells anything. See docs/decisions/025; OWASP ASVS 5.0, 6.3.8.
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import type { Jobs } from "../database/jobs.ts";
import { inTransaction } from "../database/transaction.ts";
import type { Policy } from "../limits/policies.ts";
import type { LetterKind } from "../mail/letter.ts";
import type { Mail } from "../mail/mail.ts";
import { uuidv7 } from "../uuid.ts";
import * as queries from "./letter-request-queries.ts";
import { lockEmail } from "./queries.ts";

const jobName = "write-asked-letter";
const keptMs = 24 * 60 * 60_000;

/** Letters that a stranger can cause. */
const askedKinds: readonly LetterKind[] = [
  "already-registered",
  "email-change-confirm",
  "magic-link",
  "password-reset",
  "verify-registration",
  "verify-user",
];

/** What was asked for. */
export type LetterRequestKind =
  | "registration"
  | "verification"
  | "password-reset"
  | "email-change"
  | "magic-link";

export interface LetterRequest {
  readonly kind: LetterRequestKind;
  /** Where the letter would go. */
  readonly email: string;
  readonly userId?: string | undefined;
  readonly pendingRegistrationId?: string | undefined;
  /** Whatever else the letter's writer has to know. */
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
}

export type TakenRequest = NonNullable<Awaited<ReturnType<typeof queries.takeRequest>>>;

/** Decides about a letter, holding the lock on the address. */
export type WriteAskedLetter = (trx: Transaction, request: TakenRequest) => Promise<void>;

/** Call it before the jobs start: it defines the one that decides. */
export function createLetterRequests(deps: {
  database: Database;
  jobs: Pick<Jobs, "define" | "send">;
  clock: Clock;
  mail: Pick<Mail, "countSince">;
  letterLimit: Policy | undefined;
}) {
  const { database, jobs, clock, mail, letterLimit: limit } = deps;
  const writers = new Map<string, WriteAskedLetter>();

  /** OWASP ASVS 5.0, 2.4.1: a stranger's requests fill nobody's mailbox. The answer has been given by now. */
  async function hasEnough(trx: Transaction, email: string): Promise<boolean> {
    if (limit === undefined) return false;
    const since = new Date(clock.now().getTime() - limit.windowSeconds * 1000);
    return (await mail.countSince(trx, email, askedKinds, since)) >= limit.points;
  }

  async function decide({ id, email, userId }: queries.WaitingRequest): Promise<void> {
    await inTransaction(database, async (trx) => {
      // The address first, then its owner, then what hangs on them: everybody locks in this order.
      await lockEmail(trx, email);
      if (userId !== null) await queries.holdUser(trx, userId);
      const request = await queries.takeRequest(trx, id);
      // Another node was faster.
      if (!request || (await hasEnough(trx, email))) return;
      await writers.get(request.kind)?.(trx, request);
    });
  }

  /** One job decides about all that wait, so that a crowd waits for one wake-up and not for one each. */
  async function decideAll(): Promise<void> {
    const failures: unknown[] = [];
    let last: queries.WaitingRequest | undefined;
    for (;;) {
      last = await queries.findNext(database, last?.id);
      if (!last) break;
      // One that cannot be decided now holds no other one up, and its turn comes again.
      await decide(last).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }

  // Every minute besides, for what was left when a process ended or the database was away.
  jobs.define({ name: jobName, schedule: "* * * * *" }, decideAll);

  return {
    /** Names what writes the letters of a kind. */
    define(kind: LetterRequestKind, write: WriteAskedLetter): void {
      writers.set(kind, write);
    },

    /** The letter is decided when, and only when, the transaction commits. */
    async ask(trx: Transaction, request: LetterRequest): Promise<void> {
      await queries.insertRequest(trx, {
        id: uuidv7(),
        kind: request.kind,
        email: request.email,
        userId: request.userId ?? null,
        pendingRegistrationId: request.pendingRegistrationId ?? null,
        detail: JSON.stringify(request.detail ?? {}),
        createdAt: clock.now(),
      });
      await jobs.send(trx, jobName, {});
    },

    /** Removes what no job has come for. */
    purge: () => queries.deleteOlderThan(database, new Date(clock.now().getTime() - keptMs)),
  };
}

export type LetterRequests = ReturnType<typeof createLetterRequests>;

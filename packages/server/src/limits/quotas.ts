// How much may be asked in a day, counted before a model is asked. See docs/decisions/033.

import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { QuotasConfig } from "../config/config.ts";
import type { Database, Transaction } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import type { RoleTable } from "../roles/roles.ts";
import { SessionEndedError } from "../sessions/errors.ts";
import { quotaRules } from "./policies.ts";
import { dayOf, daysBefore } from "./quota-days.ts";
import { isLimited, limitsOf, serverLimitsFor } from "./quota-limits.ts";
import * as queries from "./quota-queries.ts";
import { type Counted, type QuotaState, tightest, toRefusal } from "./quota-states.ts";
import { createServerDayLog } from "./server-day-log.ts";

export interface Reservation {
  /** Whom the question belongs to, a guest or an account; what they may ask is looked up under this id. */
  readonly ownerId: string;
  /** Of the client's address, as `readerNetworkOf` names it; counts for guests. */
  readonly network: string;
  readonly answerId: string;
  /** What the answer may cost at the most, in tokens. */
  readonly tokenCeiling: number;
  readonly at: Date;
}

export interface Settlement {
  readonly outcome: "complete" | "failed" | "stopped";
  /** What it cost; `undefined` where no model was asked. */
  readonly tokens: { readonly input: number; readonly output: number } | undefined;
}

export interface Usage extends QuotaState {
  /** For guests: what an account of a reader has; `null` where it is not limited. */
  readonly limitOfAccounts?: number | null;
}

export interface QuotasDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Pick<Logger, "warn">;
  readonly config: QuotasConfig;
  readonly roleTable: Pick<RoleTable, "likeOf">;
}

const subjectOf = (network: string) => `network ${network}`;
const lostBatch = 100;

export function createQuotas({ database, clock, log, config, roleTable }: QuotasDeps) {
  const serverDay = createServerDayLog(log);

  /** Where a reader's questions count, but for everybody's counter; in the order in which all of them are locked. */
  function countersOf(reader: queries.Reader, { ownerId, network }: { ownerId: string; network: string }) {
    const scope = reader.isAnonymous ? "guest" : "user";
    const limits = limitsOf(reader, config, roleTable);
    const counters: Counted[] = [{ subject: ownerId, scope, limits: limits.own }];
    if (isLimited(limits.network))
      counters.push({ subject: subjectOf(network), scope, limits: limits.network });
    return counters;
  }

  const settle = (answerId: string, settlement: Settlement): Promise<void> =>
    inTransaction(database, async (trx) => {
      const reserved = await queries.takeReservation(trx, answerId);
      if (!reserved) return;
      const { ownerId, network, day } = reserved;
      const change = changeBy(settlement, reserved.tokens);
      if (change.messages === 0 && change.tokens === 0) return;
      const subjects = [ownerId, network === null ? null : subjectOf(network), queries.serverSubject];
      for (const subject of subjects)
        if (subject !== null) await queries.adjust(trx, { subject, day }, change);
    });

  return {
    /**
     * Takes a question and what its answer may cost from every quota that it counts in. To be called last in the
     * transaction that stores the question: what it locks is everybody's.
     *
     * @returns what the reader has now, for the headers of the answer
     * @throws {QuotaExceededError} nothing is stored then, because the transaction is undone
     */
    async reserve(
      trx: Transaction,
      { ownerId, network, answerId, tokenCeiling, at }: Reservation,
    ): Promise<readonly QuotaState[]> {
      const reader = await queries.findReader(trx, ownerId);
      if (!reader) throw new SessionEndedError();
      const day = dayOf(at);
      const own = countersOf(reader, { ownerId, network });
      const ofServer = serverLimitsFor(reader, config);
      const counters: Counted[] = isLimited(ofServer)
        ? [...own, { subject: queries.serverSubject, scope: "server", limits: ofServer }]
        : own;
      const uses = new Map<string, queries.Use>();
      for (const counted of counters) {
        const { subject, scope, limits } = counted;
        const counter = { subject, day };
        const taken = { ownerId: subject === ownerId ? ownerId : null, tokens: tokenCeiling, limits };
        const use = await queries.take(trx, counter, taken);
        if (!use) {
          const [spent] = await queries.findUse(trx, [subject], day);
          if (scope === "server") serverDay.refused(day, reader.isAnonymous);
          throw toRefusal(spent ?? { messages: 0, tokens: 0 }, counted, at);
        }
        if (scope === "server") serverDay.used(day, use, config.server);
        uses.set(subject, use);
      }
      await queries.insertReservation(trx, {
        answerId,
        ownerId,
        network: own.some(({ subject }) => subject === subjectOf(network)) ? network : null,
        day,
        tokens: tokenCeiling,
        reservedAt: at,
      });
      return tightest(own, uses, at);
    },

    /**
     * Puts what the answer did cost in the place of what it might have; repeating it changes nothing. An answer that
     * failed and cost nothing gives its question back, any other counts.
     */
    settle,

    /** What a reader has today, of each quota that is limited; for a guest the tighter of its own and its network's. */
    async usage(reader: { ownerId: string; network: string }): Promise<readonly Usage[]> {
      const found = await queries.findReader(database, reader.ownerId);
      if (!found) return [];
      const at = clock.now();
      const counters = countersOf(found, reader);
      const subjects = counters.map(({ subject }) => subject);
      const rows = await queries.findUse(database, subjects, dayOf(at));
      const states = tightest(counters, new Map(rows.map(({ subject, ...use }) => [subject, use])), at);
      if (!found.isAnonymous) return states;
      return states.map((state) => ({ ...state, limitOfAccounts: config.user[state.quota] ?? null }));
    },

    /** Gives back what was reserved for answers that were lost with their server. */
    async releaseLost(): Promise<void> {
      const reservedUntil = new Date(clock.now().getTime() - quotaRules.reservationSeconds * 1000);
      for (;;) {
        const lost = await queries.findLostAnswers(database, reservedUntil, lostBatch);
        for (const answerId of lost) {
          await settle(answerId, { outcome: "failed", tokens: undefined });
        }
        if (lost.length < lostBatch) return;
      }
    },

    /** Removes the counters of days that nothing asks about any more. */
    purge: () => queries.deleteUseBefore(database, dayOf(daysBefore(clock.now(), quotaRules.keptDays))),
  };
}

export type Quotas = ReturnType<typeof createQuotas>;

function changeBy({ outcome, tokens }: Settlement, reserved: number): queries.Use {
  const cost = tokens === undefined ? 0 : tokens.input + tokens.output;
  return { messages: outcome === "failed" && cost === 0 ? -1 : 0, tokens: cost - reserved };
}

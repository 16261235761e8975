// What operators see and change of quotas, over HTTP and in the terminal.

import { normalizeEmail } from "../accounts/email.ts";
import type { Audit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { QuotasConfig } from "../config/config.ts";
import type { Database, Transaction } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { type Actor, actedBy } from "../roles/actor.ts";
import type { Role, RoleTable } from "../roles/roles.ts";
import type { StaffActs } from "../roles/staff-acts.ts";
import { ReaderNotFoundError } from "./errors.ts";
import { dayOf, endOfDay } from "./quota-days.ts";
import { limitsOf } from "./quota-limits.ts";
import { type QuotaName, quotaNames } from "./quota-names.ts";
import * as queries from "./quota-queries.ts";

/** One quota of today. */
export interface QuotaReport {
  readonly quota: QuotaName;
  readonly used: number;
  /** `null`: none. */
  readonly limit: number | null;
  /** Whether an operator set it for this reader; everybody's otherwise. */
  readonly own: boolean;
  /** ISO 8601. */
  readonly resetAt: string;
}

export interface ReaderReport {
  readonly id: string;
  readonly role: Role;
  readonly quotas: readonly QuotaReport[];
}

/** A number holds from now on; `null` goes back to everybody's; what is left out stays. */
export type QuotaChange = { readonly [Quota in QuotaName]?: number | null | undefined };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function createQuotaDesk(deps: {
  database: Database;
  clock: Clock;
  audit: Audit;
  config: QuotasConfig;
  roleTable: RoleTable;
  beginActOnReader: StaffActs["beginOnReader"];
}) {
  const { database, clock, audit, config, roleTable, beginActOnReader } = deps;

  async function report(db: Database | Transaction, id: string): Promise<ReaderReport> {
    const reader = await queries.findReader(db, id);
    if (!reader) throw new ReaderNotFoundError();
    const { own } = limitsOf(reader, config, roleTable);
    const quotas = await describe(db, id, (quota) => ({ limit: own[quota], own: reader[quota] !== null }));
    return { id, role: reader.isAnonymous ? "guest" : roleTable.effective(reader.role), quotas };
  }

  async function describe(
    db: Database | Transaction,
    subject: string,
    limitOf: (quota: QuotaName) => { limit: number | undefined; own: boolean },
  ): Promise<QuotaReport[]> {
    const at = clock.now();
    const [use] = await queries.findUse(db, [subject], dayOf(at));
    return quotaNames.map((quota) => {
      const { limit, own } = limitOf(quota);
      return {
        quota,
        used: use?.[quota] ?? 0,
        limit: limit ?? null,
        own,
        resetAt: endOfDay(at).toISOString(),
      };
    });
  }

  return {
    /** @throws {ReaderNotFoundError} */
    read: (userId: string): Promise<ReaderReport> => report(database, userId),

    /**
     * @throws {NoSuchAccountError} {InsufficientRankError}
     * @throws {SessionEndedError} {TokenStaleError} the actor has changed meanwhile
     */
    change: (userId: string, change: QuotaChange, actor: Actor): Promise<ReaderReport> =>
      inTransaction(database, async (trx) => {
        await beginActOnReader(trx, actor, userId, "quotas.set");
        const reader = await queries.findReader(trx, userId);
        if (!reader) throw new ReaderNotFoundError();
        const named = Object.fromEntries(
          quotaNames.flatMap((quota) => (change[quota] === undefined ? [] : [[quota, change[quota]]])),
        );
        if (Object.keys(named).length > 0) {
          await queries.upsertOverride(trx, { userId, at: clock.now(), ...named });
          const before = Object.fromEntries(
            quotaNames.flatMap((quota) => (quota in named ? [[quota, reader[quota]]] : [])),
          );
          await audit.record(trx, {
            kind: "quota-changed",
            userId,
            ...actedBy(actor),
            before,
            after: named,
          });
        }
        return report(trx, userId);
      }),

    /**
     * @param who - an id, or the address of an account
     * @returns the id; nothing where nobody is called so
     */
    async find(who: string): Promise<string | undefined> {
      if (who.includes("@")) return queries.findUserIdByEmail(database, normalizeEmail(who));
      return uuid.test(who) && (await queries.findReader(database, who)) ? who : undefined;
    },

    /** Everybody's day; counted where the server has a quota. */
    readServer: (): Promise<readonly QuotaReport[]> =>
      describe(database, queries.serverSubject, (quota) => ({ limit: config.server[quota], own: false })),
  };
}

export type QuotaDesk = ReturnType<typeof createQuotaDesk>;

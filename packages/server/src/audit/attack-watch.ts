// Finds out from the wrong passwords of the last day whether somebody is guessing: many passwords for one account, or
// a few for many. It warns and refuses nothing, so that nobody is locked out by what strangers do; the limits hold
// meanwhile. OWASP ASVS 5.0, 6.3.5 and 16.3.3; MITRE ATT&CK T1110.003.
import type { Logger } from "pino";
import { findReader } from "../accounts/queries.ts";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { attackRules, policies } from "../limits/policies.ts";
import type { Mail } from "../mail/mail.ts";
import * as queries from "./attack-queries.ts";
import type { Audit } from "./audit.ts";

const dayMs = 24 * 60 * 60_000;
const usualDays = 7;

export interface AttackWatchDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly mail: Pick<Mail, "enqueue" | "countSince">;
  readonly log: Logger;
  readonly accountUrl: string;
}

export function createAttackWatch({ database, clock, audit, mail, log, accountUrl }: AttackWatchDeps) {
  const ago = (ms: number) => new Date(clock.now().getTime() - ms);
  const actor = { kind: "system" } as const;

  async function tellOf(attacked: { userId: string; tries: number; networks: number }): Promise<void> {
    const { userId, ...detail } = attacked;
    await inTransaction(database, async (trx) => {
      const owner = await findReader(trx, userId);
      if (!owner) return;
      await audit.record(trx, { kind: "account-under-attack", userId, actor, detail });
      const kind = "account-under-attack";
      const lettersSince = ago(attackRules.letterEverySeconds * 1000);
      // Whoever attacks for weeks sends nobody a letter an hour.
      if ((await mail.countSince(trx, owner.email, [kind], lettersSince)) > 0) return;
      const language = owner.language ?? "en";
      await mail.enqueue(trx, { kind, to: owner.email, language, at: clock.now(), url: accountUrl });
    });
    log.warn(attacked, "somebody is trying passwords on an account");
  }

  async function lookForGuessing(): Promise<void> {
    const { points, windowSeconds } = policies["login-account"];
    const attacked = await queries.findAttackedAccounts(database, {
      since: ago(windowSeconds * 1000),
      tries: points,
      saidSince: ago(attackRules.accountEverySeconds * 1000),
    });
    for (const account of attacked) await tellOf(account);
  }

  async function lookForSpraying(): Promise<void> {
    const networks = await queries.findSprayingNetworks(database, {
      since: ago(dayMs),
      now: clock.now(),
      accounts: attackRules.accountsOfNetwork,
    });
    for (const detail of networks) {
      await audit.record(database, { kind: "password-spraying", userId: null, actor, detail });
      log.warn(detail, "one network is trying passwords on many accounts");
    }
  }

  /** Slowly, from many addresses: only the number of all of them tells. */
  async function lookForSprayingFromEverywhere(): Promise<void> {
    if (await queries.hasSaidSpraying(database, ago(dayMs))) return;
    const accounts = await queries.countTriedAccounts(database, ago(dayMs), clock.now());
    if (accounts < attackRules.accountsOfAll) return;
    const before = await queries.countTriedAccounts(database, ago((1 + usualDays) * dayMs), ago(dayMs));
    const usual = Math.round(before / usualDays);
    if (accounts < usual * attackRules.timesUsual) return;
    const detail = { network: null, accounts, usual };
    await audit.record(database, { kind: "password-spraying", userId: null, actor, detail });
    log.warn(detail, "many accounts are being tried with passwords from many networks");
  }

  return {
    /** A round of it; each alarm is given once in its time, however often it is looked. */
    async look(): Promise<void> {
      await lookForGuessing();
      await lookForSpraying();
      await lookForSprayingFromEverywhere();
    },
  };
}

export type AttackWatch = ReturnType<typeof createAttackWatch>;

// What an operator does about administrators, in the server or beside it.
import { isBanned } from "../bans/ban.ts";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { ValidationError } from "../domain-error.ts";
import { OperatorRefusal } from "../operator-refusal.ts";
import type { ClaimLinks } from "./claim-links.ts";
import type { CreatedAdministrator, NewAdministrator, OperatorActs } from "./operator-acts.ts";
import * as queries from "./queries.ts";

/** As many as a person reads. */
const listed = 200;

/** Somebody with another role than a reader's; moments in ISO 8601. */
export interface StaffReport {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly emailVerified: boolean;
  readonly twoFactor: boolean;
  readonly banned: boolean;
  readonly createdAt: string;
}

export interface AccountReport {
  readonly id: string;
  readonly email: string;
  readonly role: string;
}

export interface AdminOperations {
  countAdministrators(): Promise<{ administrators: number; withoutSecondFactor: number }>;
  /** @returns the link that counts from now on, once, until a moment in ISO 8601 */
  makeClaimLink(): Promise<{ url: string; expiresAt: string }>;
  listStaff(): Promise<StaffReport[]>;
  createAdministrator(request: NewAdministrator): Promise<CreatedAdministrator>;
  /** @param request.who - the address or the id of an account, here and below */
  changeRole(request: { who: string; role: string; reason: string }): Promise<AccountReport>;
  /** @param request.until - ISO 8601 */
  banAccount(request: { who: string; reason: string; until?: string | undefined }): Promise<AccountReport>;
  unbanAccount(request: { who: string; reason?: string | undefined }): Promise<AccountReport>;
}

/**
 * @param deps.withActs - gives the acts of the server in this process, which knows at once whose tokens have ended; or,
 *   where a command works alone, those of parts that are joined for it
 * @param deps.changed - makes the server of this process look for letters at once; another one looks within a minute
 */
export function createAdminDesk(deps: {
  database: Database;
  clock: Clock;
  claimLinks: ClaimLinks;
  withActs: <Result>(act: (acts: OperatorActs) => Promise<Result>) => Promise<Result>;
  changed: () => Promise<void>;
  passwordMinimum: number;
}): AdminOperations {
  const { database, clock, claimLinks, withActs, changed } = deps;

  /** In the words of the forms. */
  function refusePassword({ facts }: ValidationError): OperatorRefusal {
    const code = facts.errors?.[0]?.code ?? "value-invalid";
    return new OperatorRefusal(({ admin }) => {
      const sentence = admin.fields[code];
      return typeof sentence === "string" ? sentence : sentence({ minimum: deps.passwordMinimum });
    });
  }

  return {
    countAdministrators: () => queries.countAdministrators(database),
    async makeClaimLink() {
      const { url, expiresAt } = await claimLinks.make();
      return { url, expiresAt: expiresAt.toISOString() };
    },
    listStaff: async () =>
      (await queries.listStaff(database, listed)).map(
        ({ twoFactorEnabled, banned, banExpires, createdAt, ...staff }) => ({
          ...staff,
          twoFactor: twoFactorEnabled,
          banned: isBanned({ banned, banExpires }, clock.now()),
          createdAt: createdAt.toISOString(),
        }),
      ),
    async createAdministrator(request) {
      try {
        return await withActs((acts) => acts.create(request));
      } catch (error) {
        throw error instanceof ValidationError ? refusePassword(error) : error;
      }
    },
    async changeRole({ who, role, reason }) {
      const account = await withActs((acts) => acts.changeRole(who, role, reason));
      await changed();
      return account;
    },
    async banAccount({ who, reason, until }) {
      const ban = { reason, until: until === undefined ? undefined : new Date(until) };
      const account = await withActs((acts) => acts.ban(who, ban));
      await changed();
      return account;
    },
    unbanAccount: ({ who, reason }) => withActs((acts) => acts.liftBan(who, reason)),
  };
}

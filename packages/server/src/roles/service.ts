// Who may do what to whom, and how that changes. See docs/decisions/040-roles-and-ranks.md.
import type { Logger } from "pino";
import { findReader } from "../accounts/queries.ts";
import type { Audit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { type AfterCommit, inTransaction } from "../database/transaction.ts";
import type { Mail } from "../mail/mail.ts";
import type { Sessions } from "../sessions/service.ts";
import { type Actor, actedBy } from "./actor.ts";
import { InsufficientRankError, UnknownRoleError } from "./errors.ts";
import * as queries from "./queries.ts";
import type { Role, RoleTable } from "./roles.ts";
import type { BeginStaffAct } from "./staff-acts.ts";

export interface RoleChange {
  readonly role: Role;
  /** In the actor's words; the account's owner reads it. */
  readonly reason: string;
}

export interface RolesDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Pick<Logger, "warn">;
  readonly audit: Audit;
  readonly mail: Mail;
  readonly sessions: Pick<Sessions, "raiseEpoch">;
  readonly roleTable: RoleTable;
  readonly beginStaffAct: BeginStaffAct;
}

export function createRoleChanges(deps: RolesDeps) {
  const { database, clock, audit, roleTable } = deps;

  async function changeWithin(
    trx: Transaction,
    afterCommit: AfterCommit,
    actor: Actor,
    userId: string,
    { role, reason }: RoleChange,
  ): Promise<void> {
    if (!roleTable.has(role)) throw new UnknownRoleError();
    const act = await deps.beginStaffAct(trx, actor, userId, "users.change-role");
    if (!act.mayGive(role)) throw new InsufficientRankError();
    const before = act.target.role;
    if (before === role) return;
    if (before === "admin") act.requireAnotherAdmin();
    await queries.updateRole(trx, { userId, role, at: clock.now() });
    await deps.sessions.raiseEpoch(trx, afterCommit, userId);
    await audit.record(trx, {
      kind: "role-changed",
      userId,
      ...actedBy(actor),
      reason,
      before: { role: before },
      after: { role },
    });
    const owner = await findReader(trx, userId);
    if (!owner) return;
    const { email: to, language } = owner;
    await deps.mail.enqueue(trx, {
      kind: "role-changed",
      to,
      language: language ?? "en",
      role,
      reason,
      at: clock.now(),
    });
  }

  return {
    /** Whether somebody with the one role may act on somebody with the other. */
    outranks: roleTable.outranks,

    /**
     * Gives an account another role. Its tokens are stale from the commit on, at every node, and its owner gets a
     * letter; nothing happens where it has the role already.
     *
     * @throws {UnknownRoleError} {NoSuchAccountError} {LastAdminError}
     * @throws {InsufficientRankError} the account's role is too high for the actor, or the new one is
     * @throws {SessionEndedError} {TokenStaleError} the actor has changed meanwhile
     */
    change: (actor: Actor, userId: string, change: RoleChange): Promise<void> =>
      inTransaction(database, (trx, afterCommit) => changeWithin(trx, afterCommit, actor, userId, change)),

    /** The same in the caller's transaction, which holds no user's row yet. */
    changeWithin,

    /** Says which roles accounts have that this server's settings do not name. */
    async start(): Promise<void> {
      for (const { role, accounts } of await queries.countStaff(database)) {
        if (roleTable.has(role)) continue;
        deps.log.warn(
          { role, accounts: Number(accounts) },
          "Accounts have a role that ROLES does not name: until it does they are readers.",
        );
      }
    },
  };
}

export type RoleChanges = ReturnType<typeof createRoleChanges>;

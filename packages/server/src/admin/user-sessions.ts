// Where somebody is signed in, and ending it from outside: a lost telephone, an account in foreign hands.
import type { Audit } from "../audit/audit.ts";
import type { Database, Transaction } from "../database/database.ts";
import { type AfterCommit, inTransaction } from "../database/transaction.ts";
import type { Page, PageRequest } from "../paging.ts";
import { type Actor, actedBy } from "../roles/actor.ts";
import { InsufficientRankError } from "../roles/errors.ts";
import type { RoleTable } from "../roles/roles.ts";
import type { BeginStaffAct } from "../roles/staff-acts.ts";
import type { DeviceSession } from "../sessions/device-schemas.ts";
import type { Sessions } from "../sessions/service.ts";
import type { AdminUsers } from "./users.ts";

/** Somebody who acts with an account of their own. */
type StaffMember = Extract<Actor, { kind: "account" }>;

export function createUserSessions(deps: {
  database: Database;
  audit: Audit;
  roleTable: RoleTable;
  adminUsers: Pick<AdminUsers, "get">;
  sessions: Pick<Sessions, "devices" | "endAllOf">;
  beginStaffAct: BeginStaffAct;
}) {
  const { database, audit, roleTable, adminUsers, sessions, beginStaffAct } = deps;

  /** @param end - says how many ended */
  const endBy = (
    actor: StaffMember,
    userId: string,
    end: (trx: Transaction, afterCommit: AfterCommit) => Promise<number>,
  ): Promise<void> =>
    inTransaction(database, async (trx, afterCommit) => {
      await beginStaffAct(trx, actor, userId, "users.sessions");
      const ended = await end(trx, afterCommit);
      if (ended === 0) return;
      await audit.record(trx, {
        kind: "sessions-ended-by-staff",
        userId,
        ...actedBy(actor),
        detail: { sessions: ended },
      });
    });

  return {
    /**
     * In the words of whoever asks; nobody sees where somebody of a higher role is.
     *
     * @throws {UserNotFoundError} {InsufficientRankError}
     */
    async list(actor: StaffMember, userId: string, page: PageRequest): Promise<Page<DeviceSession>> {
      const { guest, role } = await adminUsers.get(actor, userId);
      if (!guest && !roleTable.outranks(actor.role, role)) throw new InsufficientRankError();
      return sessions.devices.list({ userId, sessionId: actor.sessionId }, page, actor.userId);
    },

    /**
     * Ends one session; its access tokens count for nothing with the commit, on every node.
     *
     * @throws {SessionNotFoundError} there is none with this id, or it is somebody else's
     * @throws {NoSuchAccountError} {InsufficientRankError} {SessionEndedError} {TokenStaleError}
     */
    end: (actor: StaffMember, userId: string, sessionId: string): Promise<void> =>
      endBy(actor, userId, async (trx, afterCommit) => {
        await sessions.devices.endOne(trx, afterCommit, userId, sessionId);
        return 1;
      }),

    /**
     * Ends every session of somebody.
     *
     * @throws {NoSuchAccountError} {InsufficientRankError} {SessionEndedError} {TokenStaleError}
     */
    endAll: (actor: StaffMember, userId: string): Promise<void> =>
      endBy(actor, userId, async (trx, afterCommit) => {
        const ended = await sessions.endAllOf(trx, afterCommit, userId);
        return ended.length;
      }),
  };
}

export type UserSessions = ReturnType<typeof createUserSessions>;

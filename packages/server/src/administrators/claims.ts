import { TokenInvalidError } from "../accounts/errors.ts";
import { hashToken } from "../accounts/secrets.ts";
import type { Audit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { deleteOpenByToken } from "../invitations/queries.ts";
import { InsufficientRankError } from "../roles/errors.ts";
import type { RoleChanges } from "../roles/service.ts";
import type { Principal } from "../sessions/principal.ts";
import type { Device, SessionGrant, Sessions } from "../sessions/service.ts";
import { deleteExpiredClaim, takeClaim } from "./claim-queries.ts";

/** What the audit says about the change of role. */
const reason = "claim link";

/** Taking what a claim link gives. */
export function createAdminClaims(deps: {
  database: Database;
  clock: Clock;
  audit: Audit;
  sessions: Sessions;
  roles: RoleChanges;
}) {
  const { database, clock, audit, sessions, roles } = deps;

  return {
    /**
     * Makes the account an administrator. Its other sessions stay, with tokens that have to be refreshed.
     *
     * @param key - from the fragment of the link
     * @returns the same session, with tokens of the new role
     * @throws {TokenInvalidError} unknown, used, replaced or expired
     * @throws {InsufficientRankError} a guest is no account
     */
    async claim({ userId, sessionId, guest }: Principal, key: string, device: Device): Promise<SessionGrant> {
      if (guest) throw new InsufficientRankError();
      await inTransaction(database, async (trx, afterCommit) => {
        const keyHash = hashToken(key);
        if (!(await takeClaim(trx, { keyHash, now: clock.now() }))) throw new TokenInvalidError();
        await deleteOpenByToken(trx, keyHash);
        await roles.changeWithin(trx, afterCommit, { kind: "operator" }, userId, { role: "admin", reason });
        const { ipAddress, userAgent } = device;
        await audit.record(trx, { kind: "admin-claimed", userId, sessionId, ipAddress, userAgent });
      });
      return sessions.grantFor(sessionId);
    },

    purge: () => deleteExpiredClaim(database, clock.now()),
  };
}

export type AdminClaims = ReturnType<typeof createAdminClaims>;

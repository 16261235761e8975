// Who is not here yet. A guest is a user row without an address; registering turns that row into the
// account (nothing moves, so nothing can be lost), signing in moves what it owns into the account.
// Either happens once: both lock the guest's row and look again. See docs/decisions/005.
import type { Audit } from "../audit/audit.ts";
import type { Identities } from "../better-auth/identities.ts";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { type AfterCommit, inTransaction } from "../database/transaction.ts";
import { SessionEndedError } from "../sessions/errors.ts";
import type { Device, SessionGrant, Sessions } from "../sessions/service.ts";
import type { SessionStart } from "../sessions/sign-ins.ts";
import type { Claimable } from "./claimable.ts";
import * as queries from "./queries.ts";

export interface GuestsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly identities: Identities;
  readonly sessions: Sessions;
  readonly audit: Audit;
  readonly claimables: readonly Claimable[];
}

export function createGuests(deps: GuestsDeps) {
  const { database, clock, identities, sessions, audit, claimables } = deps;
  const owned = claimables.filter(({ ownsSomething }) => ownsSomething);

  return {
    /** A new guest with a session of its own. */
    async create(
      options: Pick<SessionStart, "delivery" | "keyThumbprint" | "device">,
    ): Promise<SessionGrant> {
      const sessionId = await inTransaction(database, async (trx) => {
        const userId = await identities.createGuest(trx, clock.now());
        return sessions.open(trx, { userId, epoch: 0, guest: true, ...options });
      });
      if (sessionId === undefined) throw new SessionEndedError();
      return sessions.grantFor(sessionId);
    },

    /**
     * What waits for a yes: the conversations, of which there may be none beside other things.
     *
     * @returns `undefined` when nothing waits: the guest owns nothing, is gone, merged or an account
     */
    async findClaimable(guestId: string): Promise<{ conversations: number } | undefined> {
      if (!(await queries.isLiveGuest(database, guestId))) return undefined;
      const counts: Record<string, number> = {};
      for (const { name, count } of owned) counts[name] = await count(database, guestId);
      if (Object.values(counts).every((count) => count === 0)) return undefined;
      return { conversations: counts.conversations ?? 0 };
    },

    /**
     * Moves everything that a guest owns to an account, once, and ends the guest's sessions.
     *
     * @param merge.guestId - proven by the guest's own token, never an id from a body
     * @returns how many conversations moved (0 is a valid answer), or `undefined` when there is no such
     *   guest any more
     */
    async merge(
      trx: Transaction,
      afterCommit: AfterCommit,
      merge: { guestId: string; accountId: string; sessionId: string; device: Device },
    ): Promise<{ conversations: number } | undefined> {
      const { guestId, accountId, sessionId } = merge;
      const { ipAddress, userAgent } = merge.device;
      if (!(await queries.lockLiveGuest(trx, guestId))) return undefined;
      const moved: Record<string, number> = {};
      for (const { name, move } of claimables) {
        moved[name] = await move(trx, { fromUserId: guestId, toUserId: accountId });
      }
      const { conversations = 0 } = moved;
      await queries.markMerged(trx, { guestId, accountId, conversations, at: clock.now() });
      await sessions.endAllOf(trx, afterCommit, guestId);
      await audit.record(trx, {
        kind: "guest-merged",
        userId: accountId,
        sessionId,
        ipAddress,
        userAgent,
        detail: { guestId, ...moved },
      });
      return { conversations };
    },

    /**
     * Makes the guest's row the account of a proven address and ends the guest's sessions.
     *
     * @returns whether the guest was still there to be promoted
     */
    async promote(
      trx: Transaction,
      afterCommit: AfterCommit,
      account: { guestId: string; email: string; emailVerified: boolean; name: string; device: Device },
    ): Promise<boolean> {
      if (!(await queries.lockLiveGuest(trx, account.guestId))) return false;
      // The sessions first: a new address locks the row against everything, also against a sign-out that has
      // ended one of them and is about to record it.
      await sessions.endAllOf(trx, afterCommit, account.guestId);
      const { device, ...owner } = account;
      await queries.turnIntoAccount(trx, { ...owner, at: clock.now() });
      const { ipAddress, userAgent } = device;
      await audit.record(trx, { kind: "guest-promoted", userId: account.guestId, ipAddress, userAgent });
      return true;
    },
  };
}

export type Guests = ReturnType<typeof createGuests>;

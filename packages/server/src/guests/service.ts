// Who is not here yet. A guest is a user row without an address; registering turns that row into the
// account (nothing moves, so nothing can be lost), signing in moves what it owns into the account.
// Either happens once: both lock the guest's row and look again. See docs/decisions/005.
import type { Audit } from "../audit/audit.ts";
import type { Identities } from "../better-auth/identities.ts";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { type AfterCommit, inTransaction } from "../database/transaction.ts";
import { SessionEndedError } from "../sessions/errors.ts";
import type { SessionGrant, Sessions } from "../sessions/service.ts";
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
  /** How long a guest may be silent. */
  readonly retentionMs: number;
}

/** An empty guest is kept this long, and so is the tombstone that late writes follow. */
const emptyGuestKeptMs = 24 * 60 * 60_000;
const purgeBatch = 500;

export function createGuests(deps: GuestsDeps) {
  const { database, clock, identities, sessions, audit, claimables, retentionMs } = deps;
  const ownedTables = claimables.map(({ table }) => table);

  function purgeTimes(): queries.PurgeTimes {
    const now = clock.now();
    const ago = (ms: number) => new Date(now.getTime() - ms);
    return { now, silentSince: ago(retentionMs), idleSince: ago(emptyGuestKeptMs) };
  }

  /** Looks again under the guest's lock: a first message may have come meanwhile. */
  async function purgeOne(guestId: string, times: queries.PurgeTimes): Promise<void> {
    await inTransaction(database, async (trx, afterCommit) => {
      await queries.lockUser(trx, guestId);
      const still = await queries
        .purgeableGuests(trx, times, ownedTables)
        .where("user.id", "=", guestId)
        .execute();
      if (still.length === 0) return;
      await sessions.endAllOf(trx, afterCommit, guestId);
      await queries.deleteGuest(trx, guestId);
    });
  }

  return {
    /** Removes guests that nobody can come back to, with all they own, in batches. */
    async purge(): Promise<void> {
      const times = purgeTimes();
      for (;;) {
        const batch = await queries.purgeableGuests(database, times, ownedTables).limit(purgeBatch).execute();
        for (const { id } of batch) await purgeOne(id, times);
        if (batch.length < purgeBatch) return;
      }
    },

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

    /** How many conversations wait for a yes; `undefined` when the guest is gone, merged or an account. */
    async countClaimable(guestId: string): Promise<number | undefined> {
      if (!(await queries.isLiveGuest(database, guestId))) return undefined;
      const counts = await Promise.all(claimables.map(({ count }) => count(database, guestId)));
      return counts.reduce((sum, count) => sum + count, 0);
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
      merge: { guestId: string; accountId: string },
    ): Promise<{ conversations: number } | undefined> {
      const { guestId, accountId } = merge;
      if (!(await queries.lockLiveGuest(trx, guestId))) return undefined;
      let conversations = 0;
      for (const claimable of claimables) {
        conversations += await claimable.move(trx, { fromUserId: guestId, toUserId: accountId });
      }
      await queries.markMerged(trx, { guestId, accountId, at: clock.now() });
      await sessions.endAllOf(trx, afterCommit, guestId);
      await audit.record(trx, {
        kind: "guest-merged",
        userId: accountId,
        detail: { guestId, conversations },
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
      account: { guestId: string; email: string; emailVerified: boolean; name: string },
    ): Promise<boolean> {
      if (!(await queries.lockLiveGuest(trx, account.guestId))) return false;
      await queries.turnIntoAccount(trx, { ...account, at: clock.now() });
      await sessions.endAllOf(trx, afterCommit, account.guestId);
      await audit.record(trx, { kind: "guest-promoted", userId: account.guestId });
      return true;
    },
  };
}

export type Guests = ReturnType<typeof createGuests>;

// A guest's things wait for a yes where nobody could say it at the sign-in itself: after a provider, a letter, a passkey.
import { isBanned } from "../bans/ban.ts";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { SessionEndedError, TokenStaleError, UnauthenticatedError } from "../sessions/errors.ts";
import type { Principal } from "../sessions/principal.ts";
import type { Device, Sessions } from "../sessions/service.ts";
import * as queries from "./claim-queries.ts";
import { GuestAlreadyClaimedError, NothingToClaimError } from "./errors.ts";
import { lockLiveGuest } from "./queries.ts";
import type { Guests } from "./service.ts";

export function createClaims(deps: { database: Database; clock: Clock; sessions: Sessions; guests: Guests }) {
  const { database, clock, sessions, guests } = deps;

  /** The account as it is now, which may be another than when its token was looked at. */
  async function lockClaimer(trx: Transaction, { userId, sessionId, epoch }: Principal) {
    const claimer = await queries.lockClaimer(trx, { userId, sessionId });
    if (!claimer || isBanned(claimer, clock.now())) throw new SessionEndedError();
    if (claimer.epoch !== epoch) throw new TokenStaleError();
    return claimer;
  }

  return {
    /**
     * Moves what a guest owns to the account. A repeat answers as the first time.
     *
     * @param guestToken - the guest's own, never an id from a body; left out, the guest that the session remembers
     * @throws {NothingToClaimError} {GuestAlreadyClaimedError}
     * @throws {UnauthenticatedError} {TokenExpiredError} {DpopProofError} the guest's token proves nothing (any more)
     * @throws {SessionEndedError} {TokenStaleError} the account has changed meanwhile
     */
    async claim(
      claimer: Principal,
      guestToken: string | undefined,
      device: Device,
    ): Promise<{ conversations: number }> {
      if (claimer.guest) throw new UnauthenticatedError();
      const guest =
        guestToken === undefined ? undefined : await sessions.identify(guestToken, claimer.keyThumbprint);
      if (guest && !guest.guest) throw new UnauthenticatedError();
      return inTransaction(database, async (trx, afterCommit) => {
        const { claimableGuestId } = await lockClaimer(trx, claimer);
        const guestId = guest?.userId ?? claimableGuestId;
        if (guestId === null) throw new NothingToClaimError();
        const live = await lockLiveGuest(trx, guestId);
        if (live && guest && !(await queries.isAlive(trx, guest.sessionId))) {
          // Not `session-ended`: that would be about the account's session.
          throw new UnauthenticatedError("The guest has signed out, and its token proves nothing any more.");
        }
        const merged = await guests.merge(trx, afterCommit, {
          guestId,
          accountId: claimer.userId,
          sessionId: claimer.sessionId,
          device,
        });
        if (merged) return merged;
        const fate = await queries.findFate(trx, guestId);
        if (!fate) throw new NothingToClaimError();
        if (fate.mergedInto !== claimer.userId) throw new GuestAlreadyClaimedError();
        return { conversations: fate.mergedConversations ?? 0 };
      });
    },

    /** The reader said no: the session forgets the guest, whose things stay with the guest. */
    async decline({ sessionId }: Pick<Principal, "sessionId">): Promise<void> {
      await queries.forgetClaimableGuest(database, sessionId);
    },
  };
}

export type Claims = ReturnType<typeof createClaims>;

// A guest's things wait for a yes where nobody could say it at the sign-in itself: after a provider, a letter, a passkey.
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { UnauthenticatedError } from "../sessions/errors.ts";
import type { Principal } from "../sessions/principal.ts";
import type { Sessions } from "../sessions/service.ts";
import * as queries from "./claim-queries.ts";
import { GuestAlreadyClaimedError, NothingToClaimError } from "./errors.ts";
import type { Guests } from "./service.ts";

export function createClaims(deps: { database: Database; sessions: Sessions; guests: Guests }) {
  const { database, sessions, guests } = deps;

  /** By the guest's own token, never by an id from a body; without one, the guest that the session remembers. */
  async function findGuest(sessionId: string, guestToken: string | undefined): Promise<string> {
    if (guestToken === undefined) {
      const remembered = await queries.findClaimableGuest(database, sessionId);
      if (remembered === undefined) throw new NothingToClaimError();
      return remembered;
    }
    const guest = await sessions.identify(guestToken);
    if (!guest.guest) throw new UnauthenticatedError();
    return guest.userId;
  }

  return {
    /**
     * Moves what a guest owns to the account. A repeat answers as the first time.
     *
     * @throws {NothingToClaimError} {GuestAlreadyClaimedError}
     * @throws {UnauthenticatedError} {TokenExpiredError} the guest's token is not one, or has expired
     */
    async claim(
      { userId, sessionId, guest }: Principal,
      guestToken: string | undefined,
    ): Promise<{ conversations: number }> {
      if (guest) throw new UnauthenticatedError();
      const guestId = await findGuest(sessionId, guestToken);
      return inTransaction(database, async (trx, afterCommit) => {
        const merged = await guests.merge(trx, afterCommit, { guestId, accountId: userId });
        if (merged) return merged;
        const fate = await queries.findFate(trx, guestId);
        if (!fate) throw new NothingToClaimError();
        if (fate.mergedInto !== userId) throw new GuestAlreadyClaimedError();
        const { conversations } = (await queries.findMerge(trx, { guestId, accountId: userId })) ?? {};
        return { conversations: typeof conversations === "number" ? conversations : 0 };
      });
    },

    /** The reader said no: the session forgets the guest, whose things stay with the guest. */
    async decline({ sessionId }: Pick<Principal, "sessionId">): Promise<void> {
      await queries.forgetClaimableGuest(database, sessionId);
    },
  };
}

export type Claims = ReturnType<typeof createClaims>;

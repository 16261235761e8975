import { AccountBannedError, EmailNotVerifiedError, InvalidCredentialsError } from "../../accounts/errors.ts";
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/database.ts";
import { inTransaction } from "../../database/transaction.ts";
import type { Guests } from "../../guests/service.ts";
import type { SessionGrant, Sessions } from "../../sessions/service.ts";
import * as queries from "./queries.ts";
import type { NativeRequest } from "./request.ts";

export interface AdoptSessionDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly guests: Guests;
  readonly emailVerification: "required" | "off";
}

/** A session of ours that began natively, with the guest's chats that came along. */
export interface StartedSession {
  readonly grant: SessionGrant;
  readonly merged: { readonly conversations: number } | undefined;
}

/**
 * Better Auth checks a passkey and writes a session of its own, without our rules. That row is exchanged
 * for a session of ours, if the passkey still is one and its owner may sign in: under the owner's lock, so
 * that no sign-in in flight survives a ban, a reset or the passkey's removal.
 */
export function createAdoptSession(deps: AdoptSessionDeps) {
  const { database, clock, sessions, guests } = deps;

  /**
   * @param passkeySession.credentialId - `undefined`: nothing that we know was checked
   * @throws {InvalidCredentialsError} {AccountBannedError} {EmailNotVerifiedError} the session is gone by then
   */
  return async function adoptSession(
    passkeySession: { id: string; userId: string; credentialId: string | undefined },
    request: Omit<NativeRequest, "started">,
  ): Promise<StartedSession> {
    const { device, keyThumbprint, principal } = request;
    const outcome = await inTransaction(database, async (trx, afterCommit) => {
      const { id, userId, credentialId } = passkeySession;
      const owner =
        credentialId === undefined ? undefined : await queries.lockPasskeyOwner(trx, credentialId);
      const stillThere = await queries.deleteUnannounced(trx, id);
      if (owner?.userId !== userId || !stillThere) return new InvalidCredentialsError();
      if (owner.banned && (owner.banExpires === null || owner.banExpires > clock.now())) {
        return new AccountBannedError({ until: owner.banExpires, reason: owner.banReason });
      }
      if (deps.emailVerification === "required" && !owner.emailVerified) return new EmailNotVerifiedError();
      const sessionId = await sessions.open(trx, {
        userId,
        epoch: owner.epoch,
        guest: false,
        delivery: "body",
        device,
        keyThumbprint,
      });
      if (sessionId === undefined) return new InvalidCredentialsError();
      const merged = principal?.guest
        ? await guests.merge(trx, afterCommit, { guestId: principal.userId, accountId: userId })
        : undefined;
      return { sessionId, merged };
    });
    // Refused only after the commit, which has taken Better Auth's row away.
    if (outcome instanceof Error) throw outcome;
    return { grant: await sessions.grantFor(outcome.sessionId), merged: outcome.merged };
  };
}

export type AdoptSession = ReturnType<typeof createAdoptSession>;

import type { Audit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { type AfterCommit, inTransaction } from "../database/transaction.ts";
import type { AccessTokens } from "./access-tokens.ts";
import { type KeyProof, requireSameKey } from "./key-proof.ts";
import * as queries from "./queries.ts";
import type { RefreshTokens } from "./refresh-tokens.ts";
import type { Revocations } from "./revocations.ts";
import type { Device } from "./service.ts";

interface SignOutsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly accessTokens: AccessTokens;
  readonly refreshTokens: RefreshTokens;
  readonly revocations: Revocations;
  readonly graceMs: number;
}

/** Ending sessions: their rows go, and with the commit their access tokens count for nothing. */
export function createSignOuts(deps: SignOutsDeps) {
  const { database, clock, audit, accessTokens, refreshTokens, revocations } = deps;

  /** An unknown id is nothing to do. @returns those that ended */
  async function end(
    trx: Transaction,
    afterCommit: AfterCommit,
    sessionIds: readonly string[],
  ): Promise<string[]> {
    const ended = await queries.deleteSessions(trx, sessionIds);
    await revocations.endSessions(trx, afterCommit, ended);
    return ended;
  }

  /** Ends every session of a user. @returns the ids of those that had not ended by themselves */
  async function endAllOf(trx: Transaction, afterCommit: AfterCommit, userId: string): Promise<string[]> {
    const deleted = await queries.deleteSessionsOfUser(trx, userId);
    await revocations.endSessions(
      trx,
      afterCommit,
      deleted.map(({ id }) => id),
    );
    return deleted.filter(({ expiresAt }) => expiresAt > clock.now()).map(({ id }) => id);
  }

  return {
    endAllOf,

    /**
     * Ends every session of users who leave for good, in a constant number of statements. Nodes are told of those
     * whose access tokens may still live; of a million silent guests that is none.
     */
    async endAllOfLeaving(
      trx: Transaction,
      afterCommit: AfterCommit,
      userIds: readonly string[],
    ): Promise<void> {
      const ended = await queries.deleteSessionsOfUsers(trx, userIds);
      // A turn is answered again, with a new access token, for up to two graces after it was made.
      const since = new Date(clock.now().getTime() - revocations.keptMs - 2 * deps.graceMs);
      const alive = ended.filter(({ refreshedAt }) => refreshedAt > since).map(({ id }) => id);
      await revocations.endSessions(trx, afterCommit, alive);
    },

    /**
     * Signs out of every session that any of these tokens names, superseded ones too.
     *
     * @param credentials.accessToken - may have expired, or belong to a session that has ended
     * @throws {UnauthenticatedError} for an access token that is not ours, or is bound and came without its key
     */
    async logout(
      credentials: {
        refreshTokens: readonly string[];
        accessToken?: string;
        proof?: KeyProof | undefined;
      },
      options: { everywhere: boolean; device: Device },
    ): Promise<void> {
      const named = credentials.refreshTokens.map((token) => refreshTokens.read(token)?.sessionId);
      if (credentials.accessToken !== undefined) {
        const { sessionId, keyThumbprint } = await accessTokens.readEvenExpired(credentials.accessToken);
        requireSameKey(keyThumbprint, credentials.proof);
        await credentials.proof?.spend();
        named.push(sessionId);
      }
      const sessionIds = named.filter((id) => id !== undefined);
      if (sessionIds.length === 0) return;
      await inTransaction(database, async (trx, afterCommit) => {
        const users = await queries.listUsersOfSessions(trx, sessionIds, clock.now());
        const ended: string[] = [];
        if (options.everywhere) {
          for (const { userId } of users) ended.push(...(await endAllOf(trx, afterCommit, userId)));
        } else {
          ended.push(...(await end(trx, afterCommit, sessionIds)));
        }
        for (const { userId, sessionId } of users) {
          // Ended by somebody else meanwhile: perhaps with the user, of whom nothing can be recorded any more.
          if (!ended.includes(sessionId)) continue;
          await audit.record(trx, {
            kind: "signed-out",
            userId,
            sessionId,
            ...options.device,
            detail: { everywhere: options.everywhere },
          });
        }
      });
    },
  };
}

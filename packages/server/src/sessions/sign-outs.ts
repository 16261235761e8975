import type { Audit } from "../audit/audit.ts";
import type { Database, Transaction } from "../database/database.ts";
import { type AfterCommit, inTransaction } from "../database/transaction.ts";
import type { AccessTokens } from "./access-tokens.ts";
import { type KeyProof, requireSameKey } from "./dpop.ts";
import * as queries from "./queries.ts";
import type { RefreshTokens } from "./refresh-tokens.ts";
import type { Revocations } from "./revocations.ts";
import type { Device } from "./service.ts";

interface SignOutsDeps {
  readonly database: Database;
  readonly audit: Audit;
  readonly accessTokens: AccessTokens;
  readonly refreshTokens: RefreshTokens;
  readonly revocations: Revocations;
}

/** Ending sessions: their rows go, and with the commit their access tokens count for nothing. */
export function createSignOuts({ database, audit, accessTokens, refreshTokens, revocations }: SignOutsDeps) {
  /** An unknown id is nothing to do. */
  async function end(
    trx: Transaction,
    afterCommit: AfterCommit,
    sessionIds: readonly string[],
  ): Promise<void> {
    await revocations.endSessions(trx, afterCommit, await queries.deleteSessions(trx, sessionIds));
  }

  /** Ends every session of a user. */
  async function endAllOf(trx: Transaction, afterCommit: AfterCommit, userId: string): Promise<void> {
    await revocations.endSessions(trx, afterCommit, await queries.deleteSessionsOfUser(trx, userId));
  }

  return {
    endAllOf,

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
        const users = await queries.listUsersOfSessions(trx, sessionIds);
        if (options.everywhere) {
          for (const { userId } of users) await endAllOf(trx, afterCommit, userId);
        } else {
          await end(trx, afterCommit, sessionIds);
        }
        for (const { userId, sessionId } of users) {
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

import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import type { AfterCommit } from "../database/transaction.ts";
import { uuidv7 } from "../uuid.ts";
import { SessionEndedError, TokenStaleError } from "./errors.ts";
import type { Principal } from "./principal.ts";
import * as queries from "./revocation-queries.ts";

/**
 * What is refused although its signature is right: sessions that ended and epochs that moved. Written in
 * the transaction of the change, kept in memory while a token that it concerns may still live.
 */
export function createRevocations(deps: { database: Database; clock: Clock; accessTokenTtlMs: number }) {
  const { database, clock, accessTokenTtlMs } = deps;
  /** Session id → when its last access token has expired by itself. */
  const endedSessions = new Map<string, number>();
  /** User id → the least epoch that counts, and until when that matters. */
  const leastEpochs = new Map<string, { epoch: number; until: number }>();

  function forgetExpired(now: number): void {
    for (const [id, until] of endedSessions) if (until <= now) endedSessions.delete(id);
    for (const [id, { until }] of leastEpochs) if (until <= now) leastEpochs.delete(id);
  }

  return {
    /** Loads what earlier processes revoked. */
    async start(): Promise<void> {
      for (const row of await queries.listUnexpired(database, clock.now())) {
        const until = row.expiresAt.getTime();
        if (row.sessionId) endedSessions.set(row.sessionId, until);
        else if (row.userId) leastEpochs.set(row.userId, { epoch: row.leastEpoch ?? 0, until });
      }
    },

    purge: () => queries.deleteExpired(database, clock.now()),

    async endSessions(
      trx: Transaction,
      afterCommit: AfterCommit,
      sessionIds: readonly string[],
    ): Promise<void> {
      if (sessionIds.length === 0) return;
      const createdAt = clock.now();
      const expiresAt = new Date(createdAt.getTime() + accessTokenTtlMs);
      await queries.insertRevocations(
        trx,
        sessionIds.map((sessionId) => ({
          id: uuidv7(),
          sessionId,
          userId: null,
          leastEpoch: null,
          createdAt,
          expiresAt,
        })),
      );
      afterCommit(() => {
        forgetExpired(createdAt.getTime());
        for (const id of sessionIds) endedSessions.set(id, expiresAt.getTime());
      });
    },

    /** Tokens of this user with a lower epoch are stale from the commit on. */
    async raiseEpoch(
      trx: Transaction,
      afterCommit: AfterCommit,
      userId: string,
      leastEpoch: number,
    ): Promise<void> {
      const createdAt = clock.now();
      const expiresAt = new Date(createdAt.getTime() + accessTokenTtlMs);
      await queries.insertRevocations(trx, [
        { id: uuidv7(), sessionId: null, userId, leastEpoch, createdAt, expiresAt },
      ]);
      afterCommit(() => leastEpochs.set(userId, { epoch: leastEpoch, until: expiresAt.getTime() }));
    },

    /**
     * @throws {SessionEndedError} the session is gone
     * @throws {TokenStaleError} only the epoch moved: a refresh brings the new role
     */
    check(principal: Principal): void {
      if (endedSessions.has(principal.sessionId)) throw new SessionEndedError();
      const least = leastEpochs.get(principal.userId);
      if (least && principal.epoch < least.epoch) throw new TokenStaleError();
    },
  };
}

export type Revocations = ReturnType<typeof createRevocations>;

import { z } from "zod";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import type { Notifications } from "../database/notifications.ts";
import type { AfterCommit } from "../database/transaction.ts";
import { withinTime } from "../database/within-time.ts";
import { uuidv7 } from "../uuid.ts";
import { clockSkewMs } from "./clock-skew.ts";
import { SessionEndedError, TokenStaleError } from "./errors.ts";
import type { Principal } from "./principal.ts";
import * as queries from "./revocation-queries.ts";

const topic = "revocation";
/** Two nodes' clocks may differ by this. */
const clockDifferenceMs = 2 * clockSkewMs;
/** A token may be signed this long after its session was read, on a busy node or a slow connection. */
const inFlightMs = 60_000;
const lookTimeoutMs = 2_000;

const messageSchema = z.object({
  sessionIds: z.array(z.string()).default([]),
  userId: z.string().optional(),
  leastEpoch: z.number().default(0),
  /** Milliseconds since 1970. */
  until: z.number(),
});

type Revoked = z.input<typeof messageSchema>;

/**
 * What is refused although its signature is right: sessions that ended and epochs that moved. Written in
 * the transaction of the change, told to every node with the commit, and kept in memory while a token that
 * it concerns may still live.
 */
export function createRevocations(deps: {
  database: Database;
  notifications: Notifications;
  clock: Clock;
  accessTokenTtlMs: number;
}) {
  const { database, notifications, clock } = deps;
  const keptMs = deps.accessTokenTtlMs + clockDifferenceMs + inFlightMs;
  /** Session id → when its last access token has expired by itself. */
  const endedSessions = new Map<string, number>();
  /** User id → the least epoch that counts, and until when that matters. */
  const leastEpochs = new Map<string, { epoch: number; until: number }>();

  /** Whatever the order: a message may be overtaken by what this node did itself, and arrives twice then. */
  function remember({ sessionIds = [], userId, leastEpoch = 0, until }: Revoked): void {
    forgetExpired(clock.now().getTime());
    for (const id of sessionIds) endedSessions.set(id, Math.max(until, endedSessions.get(id) ?? 0));
    if (userId === undefined) return;
    const known = leastEpochs.get(userId);
    leastEpochs.set(userId, {
      epoch: Math.max(leastEpoch, known?.epoch ?? 0),
      until: Math.max(until, known?.until ?? 0),
    });
  }

  /** The oldest come first, so that most calls look at one entry of each. */
  function forgetExpired(now: number): void {
    for (const [id, until] of endedSessions) {
      if (until > now) break;
      endedSessions.delete(id);
    }
    for (const [id, { until }] of leastEpochs) {
      if (until > now) break;
      leastEpochs.delete(id);
    }
  }

  /** Whether a token's facts alone do not let its bearer in: then `check` has to be asked. No waiting, no query. */
  function concerns({ sessionId, userId, epoch }: Principal): boolean {
    if (endedSessions.has(sessionId) || notifications.isDeaf()) return true;
    const least = leastEpochs.get(userId);
    return least !== undefined && epoch < least.epoch;
  }

  notifications.subscribe(topic, {
    message: (body) => remember(messageSchema.parse(JSON.parse(body))),
    catchUp: async () => {
      for (const { sessionId, userId, leastEpoch, expiresAt } of await queries.listUnexpired(
        database,
        clock.now(),
      )) {
        remember({
          sessionIds: sessionId === null ? [] : [sessionId],
          userId: userId ?? undefined,
          leastEpoch: leastEpoch ?? 0,
          until: expiresAt.getTime(),
        });
      }
    },
  });

  /** In memory here only after the commit: until then nothing has happened. */
  async function revoke(
    trx: Transaction,
    afterCommit: AfterCommit,
    rows: readonly { sessionId: string | null; userId: string | null; leastEpoch: number | null }[],
    revoked: Omit<Revoked, "until">,
  ): Promise<void> {
    const createdAt = clock.now();
    const expiresAt = new Date(createdAt.getTime() + keptMs);
    const message: Revoked = { ...revoked, until: expiresAt.getTime() };
    await queries.insertRevocations(
      trx,
      rows.map((row) => ({ id: uuidv7(), ...row, createdAt, expiresAt })),
    );
    await notifications.send(trx, topic, JSON.stringify(message));
    afterCommit(() => remember(message));
  }

  return {
    /** How long after its session's last turn an access token may still have to be refused. */
    keptMs,

    /** Rows leave late enough for a node whose clock is behind. */
    purge: () => queries.deleteExpired(database, new Date(clock.now().getTime() - clockDifferenceMs)),

    async endSessions(
      trx: Transaction,
      afterCommit: AfterCommit,
      sessionIds: readonly string[],
    ): Promise<void> {
      if (sessionIds.length === 0) return;
      const rows = sessionIds.map((sessionId) => ({ sessionId, userId: null, leastEpoch: null }));
      await revoke(trx, afterCommit, rows, { sessionIds: [...sessionIds] });
    },

    /** Tokens of this user with a lower epoch are stale from the commit on. */
    async raiseEpoch(
      trx: Transaction,
      afterCommit: AfterCommit,
      userId: string,
      leastEpoch: number,
    ): Promise<void> {
      await revoke(trx, afterCommit, [{ sessionId: null, userId, leastEpoch }], { userId, leastEpoch });
    },

    concerns,

    /** Known from memory alone, for what is open already; a node that does not hear the others learns it later. */
    hasEnded: ({ sessionId }: Pick<Principal, "sessionId">): boolean => endedSessions.has(sessionId),

    /**
     * What `concerns` leaves open: decided from memory, or from the database while this node may have missed
     * something.
     *
     * @throws {SessionEndedError} the session is gone
     * @throws {TokenStaleError} only the epoch moved: a refresh brings the new role
     * @throws that the database is away: never a yes that nobody gave
     */
    async check({ sessionId, userId, epoch }: Principal): Promise<void> {
      if (endedSessions.has(sessionId)) throw new SessionEndedError();
      if (epoch < (leastEpochs.get(userId)?.epoch ?? 0)) throw new TokenStaleError();
      if (!notifications.isDeaf()) return;
      const stored = await withinTime(queries.findStanding(database, { sessionId, userId }), lookTimeoutMs);
      if (!stored?.alive) throw new SessionEndedError();
      if (epoch < stored.leastEpoch) throw new TokenStaleError();
    },
  };
}

export type Revocations = ReturnType<typeof createRevocations>;

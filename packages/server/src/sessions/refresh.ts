import type { Audit } from "../audit/audit.ts";
import { isBanned } from "../bans/ban.ts";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import type { Mail } from "../mail/mail.ts";
import { RefreshInvalidError, RefreshReusedError } from "./errors.ts";
import { type KeyProof, requireSameKey } from "./key-proof.ts";
import { createPlainTurns } from "./plain-turns.ts";
import * as queries from "./queries.ts";
import type { RefreshClaim, RefreshTokens } from "./refresh-tokens.ts";
import type { Revocations } from "./revocations.ts";
import type { Device } from "./service.ts";
import type { Sightings } from "./sightings.ts";
import * as turns from "./turn-queries.ts";

const dayMs = 24 * 60 * 60_000;
/** A row that moves between two looks is looked at again; more often than this it never is. */
const maxLooks = 3;

export interface RefreshDeps {
  readonly database: Database;
  readonly onTakeover: (listener: () => void) => void;
  readonly clock: Clock;
  readonly refreshTokens: RefreshTokens;
  readonly revocations: Revocations;
  readonly sightings: Sightings;
  readonly audit: Audit;
  readonly mail: Mail;
  readonly graceMs: number;
  readonly idleMs: number;
  readonly guestIdleMs: number;
  readonly loginUrl: string;
}

/** A session that goes on, at the turn that its next token carries. */
export interface RefreshedSession {
  readonly session: queries.GrantedSession;
  /** `false`: the presented token is still young and stays the reader's token. */
  readonly renewed: boolean;
}

/**
 * The refresh table. Parallel tabs, lost answers and hasty clients converge on one successor; only a
 * token whose successor was already in use is theft, and then this one session ends.
 *
 * @see docs/decisions/004-counter-based-refresh-tokens.md; RFC 9700, section 4.14.2
 */
export function createRefresh(deps: RefreshDeps) {
  const { database, clock, refreshTokens, revocations, sightings, audit, mail, graceMs } = deps;
  const plainTurns = createPlainTurns(deps);
  let takeoverAt = Number.NEGATIVE_INFINITY;
  deps.onTakeover(() => {
    takeoverAt = clock.now().getTime();
  });

  /**
   * The server that took over may lack recoveries, which leave no mark in a token, while requests and answers are on
   * their way that know them. Until they have arrived no turn is made, and nobody is taken for a thief who is one behind.
   */
  const mayLackWrites = (now: Date) => now.getTime() - takeoverAt < 2 * graceMs;

  /**
   * @throws {RefreshInvalidError} not ours, or its session has ended; nothing was changed
   * @throws {DpopProofError} bound to a key that was not proven; nothing was changed
   * @throws {RefreshReusedError} once, to the request that revealed the theft
   */
  async function refresh(token: string, proof?: KeyProof, device?: Device): Promise<RefreshedSession> {
    const claim = refreshTokens.read(token);
    if (!claim) throw new RefreshInvalidError();
    requireSameKey(claim.keyThumbprint, proof);
    await proof?.spend();
    const now = clock.now();
    const session = mayLackWrites(now) ? undefined : await plainTurns.make(claim, now);
    return session ? { session, renewed: true } : settle(claim, now, maxLooks, device);
  }

  /**
   * The first row of the table alone, for many sessions at once.
   *
   * @returns `undefined` for everything else; then nothing was changed
   */
  async function renew(token: string): Promise<RefreshedSession | undefined> {
    const claim = refreshTokens.read(token);
    if (!claim || claim.keyThumbprint !== undefined || mayLackWrites(clock.now())) return undefined;
    const session = await plainTurns.makeTogether(claim);
    return session && { session, renewed: true };
  }

  /** Everything but the plain rotation: the row is read, and the place of the claim beside it decides. */
  async function settle(
    claim: RefreshClaim,
    now: Date,
    looks: number,
    device?: Device,
  ): Promise<RefreshedSession> {
    // What this node has seen and not yet written counts as seen.
    await sightings.settle(claim.sessionId);
    const session = await queries.findSessionWithReader(database, claim.sessionId);
    if (!session || isBanned(session, now)) throw new RefreshInvalidError();
    const behind = session.refreshCounter - claim.counter;

    if (behind < 0) {
      // The turn that was lost was made before this end, and had moved it on.
      if (idleEnd(session, session.expiresAt) <= now) throw new RefreshInvalidError();
      const moved = await fastForward(session, claim, now, device);
      return moved ?? settleAgain(claim, now, looks, device);
    }
    if (session.expiresAt <= now) throw new RefreshInvalidError();
    if (behind === 0) {
      // Too young to rotate. Whoever presents it has it, so its predecessor must never be forgiven again.
      if (!session.successorUsed) sightings.note(claim.sessionId, claim.counter);
      if (now.getTime() - session.refreshedAt.getTime() < 2 * graceMs) return { session, renewed: false };
      const begun = await beginAnew(session, now);
      return begun ? { session: begun, renewed: false } : settleAgain(claim, now, looks, device);
    }
    if (behind === 1) {
      const sinceRotationMs = now.getTime() - session.refreshedAt.getTime();
      if (sinceRotationMs <= graceMs) return { session, renewed: true };
      const recovered = session.successorUsed ? undefined : await recover(session, now, device);
      if (recovered) return { session: recovered, renewed: true };
      // Another request may have recovered it between the two statements; then this one is within the grace.
      const again = session.successorUsed
        ? undefined
        : await queries.findSessionWithReader(database, claim.sessionId);
      if (again && again.refreshedAt > session.refreshedAt && looks > 0)
        return settleAgain(claim, now, looks, device);
      if (mayLackWrites(now)) return { session, renewed: true };
    }
    return endAsStolen(session, device);
  }

  function settleAgain(
    claim: RefreshClaim,
    now: Date,
    looks: number,
    device?: Device,
  ): Promise<RefreshedSession> {
    if (looks === 0) throw new RefreshInvalidError();
    return settle(claim, now, looks - 1, device);
  }

  /** Whoever is here again has as long from then as after a plain rotation. */
  function idleEnd({ isAnonymous, absoluteExpiresAt }: queries.SessionWithReader, hereAt: Date): Date {
    const idleUntil = hereAt.getTime() + (isAnonymous ? deps.guestIdleMs : deps.idleMs);
    return new Date(Math.min(idleUntil, absoluteExpiresAt?.getTime() ?? idleUntil));
  }

  /** A turn that is not made yet: the token stays, as young as if it had just been made. */
  async function beginAnew(
    session: queries.SessionWithReader,
    now: Date,
  ): Promise<queries.SessionWithReader | undefined> {
    const { sessionId, refreshCounter: counter, refreshedAt } = session;
    const expiresAt = idleEnd(session, now);
    const done = await turns.beginTurnAnew(database, { sessionId, counter, refreshedAt, expiresAt, now });
    return done ? { ...session, refreshedAt: now, expiresAt } : undefined;
  }

  async function recover(
    session: queries.SessionWithReader,
    now: Date,
    device?: Device,
  ): Promise<queries.SessionWithReader | undefined> {
    const expiresAt = idleEnd(session, now);
    const recovered = await inTransaction(database, async (trx) => {
      const done = await turns.recoverSuccessor(trx, {
        sessionId: session.sessionId,
        counter: session.refreshCounter,
        refreshedAt: session.refreshedAt,
        expiresAt,
        now,
        dayAgo: new Date(now.getTime() - dayMs),
      });
      if (done) await audit.record(trx, { kind: "refresh-recovered", ...whose(session, device) });
      return done;
    });
    return recovered ? { ...session, refreshedAt: now, expiresAt } : undefined;
  }

  async function fastForward(
    session: queries.SessionWithReader,
    { sessionId, counter }: RefreshClaim,
    now: Date,
    device?: Device,
  ): Promise<RefreshedSession | undefined> {
    const expiresAt = idleEnd(session, now);
    const from = session.refreshCounter;
    const moved = await inTransaction(database, async (trx) => {
      const done = await turns.fastForward(trx, { sessionId, from, counter, expiresAt, now });
      const detail = { from, to: counter };
      if (done) await audit.record(trx, { kind: "refresh-fast-forward", ...whose(session, device), detail });
      return done;
    });
    if (!moved) return undefined;
    return { session: { ...session, refreshCounter: counter, expiresAt }, renewed: false };
  }

  async function endAsStolen(session: queries.SessionWithReader, device?: Device): Promise<never> {
    const revealed = await inTransaction(database, async (trx, afterCommit) => {
      const ended = await queries.deleteSessions(trx, [session.sessionId]);
      if (ended.length === 0) return false;
      await revocations.endSessions(trx, afterCommit, ended);
      await audit.record(trx, { kind: "refresh-reused", ...whose(session, device) });
      if (!session.isAnonymous) {
        await mail.enqueue(trx, {
          kind: "session-stolen",
          to: session.email,
          language: session.language ?? "en",
          device: session.userAgent ?? "",
          at: clock.now(),
          loginUrl: deps.loginUrl,
        });
      }
      return true;
    });
    throw revealed ? new RefreshReusedError() : new RefreshInvalidError();
  }

  return { refresh, renew };
}

/** The session, and the device that presented its token. */
function whose({ userId, sessionId }: queries.SessionWithReader, device: Device | undefined) {
  return { userId, sessionId, ipAddress: device?.ipAddress, userAgent: device?.userAgent };
}

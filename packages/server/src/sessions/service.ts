// Who is here now. One session row is the truth; access tokens, refresh tokens and revocations hang on
// its id. A session starts only under the epoch that its credential was checked under, and ends with a
// revocation in the same transaction. See docs/decisions/004 and 006.
import type { Logger } from "pino";
import type { Audit } from "../audit/audit.ts";
import type { Identities } from "../better-auth/identities.ts";
import type { Clock } from "../clock.ts";
import type { SessionsConfig } from "../config/config.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Database, Transaction } from "../database/database.ts";
import type { AfterCommit } from "../database/transaction.ts";
import { inTransaction } from "../database/transaction.ts";
import type { Mail } from "../mail/mail.ts";
import { type AccessToken, createAccessTokens } from "./access-tokens.ts";
import { SessionEndedError } from "./errors.ts";
import type { Principal } from "./principal.ts";
import * as queries from "./queries.ts";
import { createRefresh, type RefreshedSession } from "./refresh.ts";
import { createRefreshTokens } from "./refresh-tokens.ts";
import { createRevocations } from "./revocations.ts";
import { createSightings } from "./sightings.ts";
import { createSigningKeys } from "./signing-keys.ts";

export interface SessionsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly keyring: Keyring;
  readonly identities: Identities;
  readonly audit: Audit;
  readonly mail: Mail;
  readonly log: Logger;
  readonly config: SessionsConfig;
  readonly guestIdleMs: number;
  readonly issuer: string;
  readonly loginUrl: string;
}

/** The device that a session starts on, as it describes itself. */
export interface Device {
  readonly ipAddress: string;
  readonly userAgent: string;
}

export interface SessionStart {
  readonly userId: string;
  /** The epoch under which the credential was checked. */
  readonly epoch: number;
  readonly guest: boolean;
  readonly delivery: "cookie" | "body";
  readonly device: Device;
  readonly claimableGuestId?: string | undefined;
}

/** Everything that an answer with a session is made of. */
export interface SessionGrant {
  readonly session: queries.SessionWithReader;
  readonly accessToken: AccessToken;
  readonly refreshToken: string;
  /** `false`: the reader keeps the refresh token that was presented. */
  readonly renewed: boolean;
}

export function createSessions(deps: SessionsDeps) {
  const { database, clock, keyring, identities, audit, config, issuer } = deps;
  const signingKeys = createSigningKeys({ database, keyring, clock });
  const refreshTokens = createRefreshTokens({ keyring, issuer });
  const revocations = createRevocations({ database, clock, accessTokenTtlMs: config.accessTokenTtlMs });
  const sightings = createSightings({ database, log: deps.log });
  const accessTokens = createAccessTokens({
    signingKeys,
    clock,
    issuer,
    audience: config.audience,
    lifetimeMs: config.accessTokenTtlMs,
  });
  const refresh = createRefresh({
    database,
    clock,
    refreshTokens,
    revocations,
    sightings,
    audit,
    mail: deps.mail,
    graceMs: config.refreshGraceMs,
    idleMs: config.refreshTokenTtlMs,
    guestIdleMs: deps.guestIdleMs,
    loginUrl: deps.loginUrl,
  });

  function grant({ session, renewed }: RefreshedSession): SessionGrant {
    const accessToken = accessTokens.mint({
      userId: session.userId,
      sessionId: session.sessionId,
      role: session.isAnonymous ? "guest" : session.role,
      emailVerified: session.emailVerified,
      epoch: session.epoch,
      refreshCounter: session.refreshCounter,
      authTime: session.authTime,
    });
    const refreshToken = refreshTokens.mint({
      sessionId: session.sessionId,
      counter: session.refreshCounter,
    });
    return { session, accessToken, refreshToken, renewed };
  }

  /** Ends sessions by their ids, and their access tokens with the commit; an unknown id is nothing to do. */
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
    async start(): Promise<void> {
      await signingKeys.start();
      await revocations.start();
    },

    /** Writes what is still waiting to be written. */
    stop: () => sightings.flush(),

    /** Removes sessions and revocations whose time is over. */
    async purge(): Promise<void> {
      await queries.deleteExpired(database, clock.now());
      await revocations.purge();
    },

    publishedKeys: signingKeys.published,

    /**
     * Begins a session, if the user is still the one whose credential was checked.
     *
     * @returns the session's id, or `undefined` when the epoch has moved meanwhile
     */
    async open(trx: Transaction, start: SessionStart): Promise<string | undefined> {
      if (!(await queries.lockUserAtEpoch(trx, start.userId, start.epoch))) return undefined;
      const now = clock.now();
      const after = (ms: number) => new Date(now.getTime() + ms);
      const idleMs = start.guest ? deps.guestIdleMs : Math.min(config.refreshTokenTtlMs, config.maxAgeMs);
      const sessionId = await identities.createSession(trx, {
        userId: start.userId,
        expiresAt: after(idleMs),
        absoluteExpiresAt: start.guest ? null : after(config.maxAgeMs),
        authTime: now,
        delivery: start.delivery,
        claimableGuestId: start.claimableGuestId ?? null,
        ...start.device,
      });
      if (!start.guest)
        await audit.record(trx, { kind: "signed-in", userId: start.userId, sessionId, ...start.device });
      return sessionId;
    },

    /** The tokens of a session that has just been opened. */
    async grantFor(sessionId: string): Promise<SessionGrant> {
      const session = await queries.findSessionWithReader(database, sessionId);
      // Ended between its commit and this look, by a ban or a reset.
      if (!session) throw new SessionEndedError();
      return grant({ session, renewed: true });
    },

    /**
     * Continues a session with one of its refresh tokens.
     *
     * @throws {RefreshInvalidError} {@link createRefresh}
     */
    async refresh(refreshToken: string): Promise<SessionGrant> {
      return grant(await refresh(refreshToken));
    },

    /**
     * Who an access token belongs to: no database work, unless its key is new.
     *
     * @throws {UnauthenticatedError} {TokenExpiredError} {SessionEndedError} {TokenStaleError}
     */
    async authenticate(accessToken: string): Promise<Principal> {
      const { principal, firstSeen } = await accessTokens.verify(accessToken);
      revocations.check(principal);
      if (firstSeen) sightings.note(principal.sessionId, principal.refreshCounter);
      return principal;
    },

    endAllOf,

    /**
     * Makes every token of the user that was made before now stale, and every sign-in that is under way fail.
     *
     * @returns the new epoch
     */
    async raiseEpoch(trx: Transaction, afterCommit: AfterCommit, userId: string): Promise<number> {
      const epoch = await queries.raiseEpoch(trx, userId, clock.now());
      await revocations.raiseEpoch(trx, afterCommit, userId, epoch);
      return epoch;
    },

    /**
     * Signs out of every session that any of these tokens names, superseded ones too.
     *
     * @param credentials.accessToken - may have expired, or belong to a session that has ended
     * @throws {UnauthenticatedError} for an access token that is not ours
     */
    async logout(
      credentials: { refreshTokens: readonly string[]; accessToken: string | undefined },
      options: { everywhere: boolean; device: Device },
    ): Promise<void> {
      const named = credentials.refreshTokens.map((token) => refreshTokens.read(token)?.sessionId);
      if (credentials.accessToken !== undefined)
        named.push(await accessTokens.readSessionId(credentials.accessToken));
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

export type Sessions = ReturnType<typeof createSessions>;

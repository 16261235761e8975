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
import type { Notifications } from "../database/notifications.ts";
import type { AfterCommit } from "../database/transaction.ts";
import type { Mail } from "../mail/mail.ts";
import type { RoleTable } from "../roles/roles.ts";
import type { SecondFactorPolicy } from "../second-factor/policy.ts";
import { type AccessToken, createAccessTokens } from "./access-tokens.ts";
import { createDevices } from "./devices.ts";
import { createDpop } from "./dpop.ts";
import { DpopProofError, SessionEndedError } from "./errors.ts";
import { createIntrospection } from "./introspection.ts";
import { type KeyProof, requireSameKey } from "./key-proof.ts";
import { createKnownDevices } from "./known-devices.ts";
import { createPlaces } from "./places.ts";
import type { Principal } from "./principal.ts";
import * as queries from "./queries.ts";
import { createRefresh, type RefreshedSession } from "./refresh.ts";
import { createRefreshTokens } from "./refresh-tokens.ts";
import { createRevocations } from "./revocations.ts";
import { createSightings } from "./sightings.ts";
import { createSignIns } from "./sign-ins.ts";
import { createSignOuts } from "./sign-outs.ts";
import { createSigningKeys } from "./signing-keys.ts";
import { createStepUp, stepUpLastsMs } from "./step-up.ts";
import { ageOtherProofs } from "./step-up-queries.ts";

const purgeBatch = 1_000;

export interface SessionsDeps {
  readonly database: Database;
  readonly notifications: Notifications;
  /** Tells when the database may lack what was committed last. */
  readonly onTakeover: (listener: () => void) => void;
  readonly clock: Clock;
  readonly keyring: Keyring;
  readonly identities: Identities;
  readonly audit: Audit;
  readonly mail: Mail;
  readonly log: Logger;
  readonly config: SessionsConfig;
  readonly secondFactorPolicy: SecondFactorPolicy;
  readonly roleTable: RoleTable;
  readonly guestIdleMs: number;
  readonly issuer: string;
  readonly loginUrl: string;
  readonly accountUrl: string;
}

/** The device that a session starts on, as it describes itself. */
export interface Device {
  readonly ipAddress: string;
  readonly userAgent: string;
  /** What the browser is known again by; see {@link createKnownDevices}. */
  readonly browserToken?: string | undefined;
}

/** Everything that an answer with a session is made of. */
export interface SessionGrant {
  readonly session: queries.GrantedSession;
  readonly accessToken: AccessToken;
  readonly refreshToken: string;
  /** `false`: the reader keeps the refresh token that was presented. */
  readonly renewed: boolean;
  /** The account's role needs a second factor, and until there is one its tokens say `user`. */
  readonly secondFactorMissing: boolean;
}

export function createSessions(deps: SessionsDeps) {
  const { database, clock, keyring, audit, config, issuer, secondFactorPolicy, roleTable } = deps;
  const signingKeys = createSigningKeys(deps);
  const refreshTokens = createRefreshTokens({ keyring, issuer });
  const revocations = createRevocations({
    database,
    notifications: deps.notifications,
    clock,
    accessTokenTtlMs: config.accessTokenTtlMs,
  });
  const sightings = createSightings({ database, clock, log: deps.log });
  const accessTokens = createAccessTokens({
    signingKeys,
    clock,
    issuer,
    audience: config.audience,
    lifetimeMs: config.accessTokenTtlMs,
    roleTable,
  });
  const places = createPlaces({ file: config.placeDatabase });
  const knownDevices = createKnownDevices({ database, clock });
  const open = createSignIns({ ...deps, knownDevices, places });
  const signOuts = createSignOuts({
    database,
    clock,
    audit,
    accessTokens,
    refreshTokens,
    revocations,
    graceMs: config.refreshGraceMs,
  });
  const dpop = createDpop({ database, clock, keyring, publicUrl: issuer, nonce: config.dpopNonce });
  const { refresh, renew } = createRefresh({
    database,
    onTakeover: deps.onTakeover,
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
      role: secondFactorPolicy.roleOf(session),
      emailVerified: session.emailVerified,
      epoch: session.epoch,
      refreshCounter: session.refreshCounter,
      authTime: session.authTime,
      keyThumbprint: session.dpopThumbprint ?? undefined,
    });
    const refreshToken = refreshTokens.mint({
      sessionId: session.sessionId,
      counter: session.refreshCounter,
      keyThumbprint: session.dpopThumbprint ?? undefined,
    });
    return {
      session: { ...session, role: roleTable.effective(session.role) },
      accessToken,
      refreshToken,
      renewed,
      secondFactorMissing: secondFactorPolicy.isMissing(session),
    };
  }

  return {
    async start(): Promise<void> {
      await places.start();
      await signingKeys.start();
    },

    /** Writes which tokens were seen and have not been noted yet; happens by itself within a second. */
    flushSightings: sightings.flush,

    /** Writes what is still waiting to be written. */
    async stop(): Promise<void> {
      await signingKeys.stop();
      await sightings.flush();
    },

    /** Removes sessions and revocations whose time is over. */
    async purge(): Promise<void> {
      // A database that lost writes may have lost that a session goes on; a token that is ahead says so.
      const endedBy = new Date(clock.now().getTime() - config.refreshTokenTtlMs);
      // In batches, so that nobody waits behind a long one.
      while ((await queries.deleteExpired(database, endedBy, purgeBatch)) === purgeBatch);
      await revocations.purge();
      await dpop.purge();
      await signingKeys.purge();
    },

    signingKeys,

    isKnownDevice: knownDevices.isKnown,
    rememberDevice: knownDevices.remember,
    devices: createDevices({ database, clock, audit, revocations, places }),
    stepUp: createStepUp({ database, clock, audit, accessTokens }),

    /** Asks every other session of the reader for a step-up, whatever it has proven lately. */
    forgetOtherProofs: (trx: Transaction, { userId, sessionId }: Pick<Principal, "userId" | "sessionId">) =>
      ageOtherProofs(trx, {
        userId,
        exceptSessionId: sessionId,
        to: new Date(clock.now().getTime() - stepUpLastsMs),
      }),

    /** Checks proofs of keys. */
    dpop,

    open,

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
     * @param proof - of the session's key, if it is bound to one
     * @throws {RefreshInvalidError} {@link createRefresh}
     */
    async refresh(refreshToken: string, proof?: KeyProof, device?: Device): Promise<SessionGrant> {
      return grant(await refresh(refreshToken, proof, device));
    },

    /** The same where nothing but the plain turn of an unbound session is asked for; `undefined` for everything else. */
    async renew(refreshToken: string): Promise<SessionGrant | undefined> {
      const renewed = await renew(refreshToken);
      return renewed && grant(renewed);
    },

    /**
     * Who an access token belongs to: no database work, unless its key is new or the token is bound.
     *
     * @param proof - a bound token counts for nothing without it
     * @throws {UnauthenticatedError} {TokenExpiredError} {SessionEndedError} {TokenStaleError}
     */
    async authenticate(accessToken: string, proof?: KeyProof): Promise<Principal> {
      const { principal, firstSeen } = await accessTokens.verify(accessToken);
      requireSameKey(principal.keyThumbprint, proof);
      if (revocations.concerns(principal)) await revocations.check(principal);
      if (proof) await proof.spend();
      const { sessionId, refreshCounter } = principal;
      if (firstSeen || sightings.isDue(sessionId)) sightings.note(sessionId, refreshCounter);
      return principal;
    },

    /**
     * Who a token was made for, whatever has become of its session since.
     *
     * @param provenKey - thumbprint of the key that the request has proven: a token that is bound to another counts for nothing
     * @throws {UnauthenticatedError} {TokenExpiredError} {DpopProofError}
     */
    async identify(accessToken: string, provenKey: string | undefined): Promise<Principal> {
      const { principal } = await accessTokens.verify(accessToken);
      const { keyThumbprint } = principal;
      if (keyThumbprint !== undefined && keyThumbprint !== provenKey) {
        throw new DpopProofError("The token is bound to another key than the request has proven.");
      }
      return principal;
    },

    /** The same for a bearer token that was verified lately and still counts, without waiting for anything. */
    recognise(accessToken: string): Principal | undefined {
      const principal = accessTokens.recognise(accessToken);
      if (!principal || principal.keyThumbprint !== undefined) return undefined;
      if (revocations.concerns(principal) || sightings.isDue(principal.sessionId)) return undefined;
      return principal;
    },

    hasEnded: revocations.hasEnded,

    introspect: createIntrospection({ accessTokens, revocations, sightings }),

    endAllOf: signOuts.endAllOf,
    endAllOfLeaving: signOuts.endAllOfLeaving,
    logout: signOuts.logout,

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
  };
}

export type Sessions = ReturnType<typeof createSessions>;

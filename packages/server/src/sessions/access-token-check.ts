import { type KeyObject, verify } from "node:crypto";
import type { Clock } from "../clock.ts";
import { isRoleName } from "../roles/roles.ts";
import { clockSkewMs } from "./clock-skew.ts";
import { TokenExpiredError, UnauthenticatedError } from "./errors.ts";
import type { Principal } from "./principal.ts";
import { createTokenCache } from "./token-cache.ts";

const maxTokenCharacters = 4096;
const clockSkewSeconds = clockSkewMs / 1000;
const signatureBytes = 64;
/** About 1 KB each: 10 MB at the most. */
const maxCachedTokens = 10_000;

/** Where public keys come from: the server's own, or those that it publishes. */
export interface VerificationKeys {
  /** Whether tokens of this key count, by what is known here. */
  has(kid: string): boolean;
  /** @returns `undefined` when no such key is published */
  find(kid: string): Promise<KeyObject | undefined>;
}

interface Verified {
  readonly kid: string;
  readonly principal: Principal;
}

/** Of an access token, before anything about them is known. */
export interface AccessTokenClaims {
  iss: unknown;
  aud: unknown;
  sub: unknown;
  sid: unknown;
  rc: unknown;
  epoch: unknown;
  role: unknown;
  guest: unknown;
  email_verified: unknown;
  auth_time: unknown;
  iat: unknown;
  exp: unknown;
  nbf?: unknown;
  cnf?: unknown;
}

/**
 * Checks access tokens (RFC 9068) with one pinned algorithm, ES256. What was verified is remembered, so that a token
 * costs a signature once. Checking is synchronous on purpose: the thread pool belongs to password hashing.
 */
export function createAccessTokenCheck(deps: {
  keys: VerificationKeys;
  clock: Clock;
  issuer: string;
  audience: string;
  /** Whether a name is a role's here; elsewhere any name may be one of the settings of the server. */
  isRole?: (name: string) => boolean;
}) {
  const { keys, clock, issuer, audience, isRole = isRoleName } = deps;
  const cache = createTokenCache<Verified>({ maxEntries: maxCachedTokens });

  /** A token is remembered no longer than its key: a key may be removed because somebody else has it. */
  function remembered(token: string): Principal | undefined {
    const verified = cache.get(token);
    return verified && keys.has(verified.kid) ? verified.principal : undefined;
  }

  function requireAlive(principal: Principal): Principal {
    if (principal.expiresAt.getTime() <= clock.now().getTime()) throw new TokenExpiredError();
    return principal;
  }

  async function verifyFresh(token: string): Promise<Verified> {
    const parts = token.split(".");
    const [header = "", payload = "", signature = ""] = parts;
    if (parts.length !== 3) throw new UnauthenticatedError();
    const { alg, typ, kid, ...unknown } = decodeObject(header);
    // RFC 8725, section 3.1: the algorithm is ours to choose; section 3.11: so is the type. We write nothing
    // else, so whatever else is there (`jku`, `crit`, `b64`) is neither obeyed nor passed over.
    if (alg !== "ES256" || typ !== "at+jwt" || typeof kid !== "string" || Object.keys(unknown).length > 0) {
      throw new UnauthenticatedError();
    }
    const key = await keys.find(kid);
    const signatureBuffer = decode(signature);
    if (!key || signatureBuffer.length !== signatureBytes) throw new UnauthenticatedError();
    const signed = Buffer.from(`${header}.${payload}`);
    if (!verify("sha256", signed, { key, dsaEncoding: "ieee-p1363" }, signatureBuffer))
      throw new UnauthenticatedError();
    return { kid, principal: readClaims(decodeObject(payload) as unknown as AccessTokenClaims) };
  }

  function readClaims(claims: AccessTokenClaims): Principal {
    const nowSeconds = clock.now().getTime() / 1000;
    const { iss, aud, sub, sid, rc, epoch, role, iat, exp, nbf, auth_time } = claims;
    const audiences = Array.isArray(aud) ? aud : [aud];
    const wellFormed =
      iss === issuer &&
      audiences.includes(audience) &&
      typeof sub === "string" &&
      typeof sid === "string" &&
      isCount(rc) &&
      isCount(epoch) &&
      typeof role === "string" &&
      isRole(role) &&
      isTime(iat) &&
      isTime(exp) &&
      isTime(auth_time) &&
      (nbf === undefined || isTime(nbf));
    if (!wellFormed) throw new UnauthenticatedError();
    if (Math.max(iat, nbf ?? 0) > nowSeconds + clockSkewSeconds) throw new UnauthenticatedError();
    return {
      userId: sub,
      sessionId: sid,
      role,
      guest: role === "guest",
      emailVerified: claims.email_verified === true,
      epoch,
      refreshCounter: rc,
      authTime: new Date(auth_time * 1000),
      keyThumbprint: readThumbprint(claims.cnf),
      issuedAt: new Date(iat * 1000),
      expiresAt: new Date(exp * 1000),
    };
  }

  return {
    /** Who asks, if this node has verified the token before and it has not expired. */
    recognise(token: string): Principal | undefined {
      const principal = remembered(token);
      return principal && principal.expiresAt.getTime() > clock.now().getTime() ? principal : undefined;
    },

    /**
     * @returns who asks, and whether this node sees the token for the first time
     * @throws {UnauthenticatedError} for anything that is not an access token of this server
     * @throws {TokenExpiredError} no leeway: its own lifetime is the leeway
     */
    async verify(token: string): Promise<{ principal: Principal; firstSeen: boolean }> {
      const known = remembered(token);
      if (known) return { principal: requireAlive(known), firstSeen: false };
      if (token.length > maxTokenCharacters) throw new UnauthenticatedError();
      const verified = await verifyFresh(token);
      const principal = requireAlive(verified.principal);
      cache.put(token, verified);
      return { principal, firstSeen: true };
    },

    /**
     * Whose a token is, whether or not it has expired: enough to end its session.
     *
     * @throws {UnauthenticatedError}
     */
    async readEvenExpired(token: string): Promise<Principal> {
      if (token.length > maxTokenCharacters) throw new UnauthenticatedError();
      return (await verifyFresh(token)).principal;
    },
  };
}

/** Only the one canonical spelling counts: no padding, no white space, no spare bits (RFC 7515, section 2). */
function decode(text: string): Buffer {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.toString("base64url") !== text) throw new UnauthenticatedError();
  return bytes;
}

function decodeObject(text: string): Record<string, unknown> {
  const bytes = decode(text);
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {
    // Not JSON: as good as no token, and answered the same way below.
  }
  throw new UnauthenticatedError();
}

/** A confirmation that is not understood must not be passed over: the token would count for anybody. */
function readThumbprint(cnf: unknown): string | undefined {
  if (cnf === undefined) return undefined;
  if (typeof cnf === "object" && cnf !== null && "jkt" in cnf && typeof cnf.jkt === "string") return cnf.jkt;
  throw new UnauthenticatedError();
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Seconds since 1970, up to the year 9999. */
function isTime(value: unknown): value is number {
  return typeof value === "number" && value > 0 && value < 253_402_300_800;
}

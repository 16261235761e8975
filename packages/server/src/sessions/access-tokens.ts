import { sign, verify } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Role } from "../roles/roles.ts";
import { TokenExpiredError, UnauthenticatedError } from "./errors.ts";
import type { Principal } from "./principal.ts";
import type { SigningKeys } from "./signing-keys.ts";
import { createTokenCache } from "./token-cache.ts";

const maxTokenCharacters = 4096;
const clockSkewSeconds = 30;
const signatureBytes = 64;
/** About 1 KB each: 10 MB at the most. */
const maxCachedTokens = 10_000;
const roles = new Set<string>(["guest", "user", "moderator", "admin"]);

/** What an access token says about its bearer. */
export interface AccessTokenSubject {
  readonly userId: string;
  readonly sessionId: string;
  readonly role: Role | "guest";
  readonly emailVerified: boolean;
  readonly epoch: number;
  readonly refreshCounter: number;
  readonly authTime: Date;
}

export interface AccessToken {
  readonly token: string;
  readonly expiresAt: Date;
}

interface Claims {
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
}

/**
 * Access tokens: JWTs signed with ES256, type `at+jwt` (RFC 9068), verified here with one pinned
 * algorithm. Signing and checking are synchronous on purpose: the thread pool belongs to password hashing.
 */
export function createAccessTokens(deps: {
  signingKeys: SigningKeys;
  clock: Clock;
  issuer: string;
  audience: string;
  lifetimeMs: number;
}) {
  const { signingKeys, clock, issuer, audience } = deps;
  const lifetimeSeconds = Math.round(deps.lifetimeMs / 1000);
  const verified = createTokenCache<Principal>({ maxEntries: maxCachedTokens });

  async function verifyFresh(token: string): Promise<Principal> {
    const parts = token.split(".");
    const [header = "", payload = "", signature = ""] = parts;
    if (parts.length !== 3) throw new UnauthenticatedError();
    const { alg, typ, kid, crit } = decodeObject(header);
    // RFC 8725, section 3.1: the algorithm is ours to choose; section 3.11: so is the type.
    if (alg !== "ES256" || typ !== "at+jwt" || typeof kid !== "string" || crit !== undefined) {
      throw new UnauthenticatedError();
    }
    const key = await signingKeys.find(kid);
    const signatureBuffer = decode(signature);
    if (!key || signatureBuffer.length !== signatureBytes) throw new UnauthenticatedError();
    const signed = Buffer.from(`${header}.${payload}`);
    if (!verify("sha256", signed, { key, dsaEncoding: "ieee-p1363" }, signatureBuffer))
      throw new UnauthenticatedError();
    return readClaims(decodeObject(payload) as unknown as Claims);
  }

  function readClaims(claims: Claims): Principal {
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
      roles.has(role) &&
      isTime(iat) &&
      isTime(exp) &&
      isTime(auth_time) &&
      (nbf === undefined || isTime(nbf));
    if (!wellFormed) throw new UnauthenticatedError();
    if (Math.max(iat, nbf ?? 0) > nowSeconds + clockSkewSeconds) throw new UnauthenticatedError();
    return {
      userId: sub,
      sessionId: sid,
      role: role as Principal["role"],
      guest: role === "guest",
      emailVerified: claims.email_verified === true,
      epoch,
      refreshCounter: rc,
      authTime: new Date(auth_time * 1000),
      expiresAt: new Date(exp * 1000),
    };
  }

  return {
    mint(subject: AccessTokenSubject): AccessToken {
      const issuedAt = Math.floor(clock.now().getTime() / 1000);
      const expiresAt = issuedAt + lifetimeSeconds;
      const { kid, privateKey } = signingKeys.current();
      const claims: Claims = {
        iss: issuer,
        aud: audience,
        sub: subject.userId,
        sid: subject.sessionId,
        rc: subject.refreshCounter,
        epoch: subject.epoch,
        role: subject.role,
        guest: subject.role === "guest",
        email_verified: subject.emailVerified,
        auth_time: Math.floor(subject.authTime.getTime() / 1000),
        iat: issuedAt,
        exp: expiresAt,
      };
      const signed = `${encode({ alg: "ES256", typ: "at+jwt", kid })}.${encode(claims)}`;
      const signature = sign("sha256", Buffer.from(signed), { key: privateKey, dsaEncoding: "ieee-p1363" });
      return { token: `${signed}.${signature.toString("base64url")}`, expiresAt: new Date(expiresAt * 1000) };
    },

    /**
     * @returns who asks, and whether this node sees the token for the first time
     * @throws {UnauthenticatedError} for anything that is not an access token of this server
     * @throws {TokenExpiredError} no leeway: its own lifetime is the leeway
     */
    async verify(token: string): Promise<{ principal: Principal; firstSeen: boolean }> {
      const cached = verified.get(token);
      if (!cached && token.length > maxTokenCharacters) throw new UnauthenticatedError();
      const principal = cached ?? (await verifyFresh(token));
      if (principal.expiresAt.getTime() <= clock.now().getTime()) throw new TokenExpiredError();
      if (!cached) verified.put(token, principal);
      return { principal, firstSeen: !cached };
    },

    /**
     * Which session a token belongs to, whether or not it has expired: enough to end that session.
     *
     * @throws {UnauthenticatedError}
     */
    async readSessionId(token: string): Promise<string> {
      if (token.length > maxTokenCharacters) throw new UnauthenticatedError();
      return (await verifyFresh(token)).sessionId;
    },
  };
}

export type AccessTokens = ReturnType<typeof createAccessTokens>;

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
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

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Seconds since 1970, up to the year 9999. */
function isTime(value: unknown): value is number {
  return typeof value === "number" && value > 0 && value < 253_402_300_800;
}

import type { Clock } from "../clock.ts";
import type { Role, RoleTable } from "../roles/roles.ts";
import { type AccessTokenClaims, createAccessTokenCheck } from "./access-token-check.ts";
import { signEs256 } from "./es256.ts";
import type { SigningKeys } from "./signing-keys.ts";

/** What an access token says about its bearer. */
export interface AccessTokenSubject {
  readonly userId: string;
  readonly sessionId: string;
  readonly role: Role;
  readonly emailVerified: boolean;
  readonly epoch: number;
  readonly refreshCounter: number;
  readonly authTime: Date;
  readonly keyThumbprint?: string | undefined;
}

export interface AccessToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * Access tokens: JWTs signed with ES256, type `at+jwt` (RFC 9068), and their check. Signing is synchronous on
 * purpose: the thread pool belongs to password hashing.
 */
export function createAccessTokens(deps: {
  signingKeys: SigningKeys;
  clock: Clock;
  issuer: string;
  audience: string;
  lifetimeMs: number;
  roleTable: Pick<RoleTable, "has">;
}) {
  const { signingKeys, clock, issuer, audience, roleTable } = deps;
  const lifetimeSeconds = Math.round(deps.lifetimeMs / 1000);
  /** Every token of a key begins alike. */
  let beginning = { kid: "", header: "" };

  function headerOf(kid: string): string {
    if (beginning.kid !== kid) beginning = { kid, header: encode({ alg: "ES256", typ: "at+jwt", kid }) };
    return beginning.header;
  }

  return {
    ...createAccessTokenCheck({
      keys: signingKeys,
      clock,
      issuer,
      audience,
      isRole: (name) => name === "guest" || roleTable.has(name),
    }),

    mint(subject: AccessTokenSubject): AccessToken {
      const issuedAt = Math.floor(clock.now().getTime() / 1000);
      const expiresAt = issuedAt + lifetimeSeconds;
      const { kid, privateKey } = signingKeys.current();
      const claims: AccessTokenClaims = {
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
        ...(subject.keyThumbprint !== undefined && { cnf: { jkt: subject.keyThumbprint } }),
      };
      const signed = `${headerOf(kid)}.${encode(claims)}`;
      const signature = signEs256(signed, privateKey).toString("base64url");
      return { token: `${signed}.${signature}`, expiresAt: new Date(expiresAt * 1000) };
    },
  };
}

export type AccessTokens = ReturnType<typeof createAccessTokens>;

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

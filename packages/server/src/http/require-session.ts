import type { Context, MiddlewareHandler } from "hono";
import type { RoleTable } from "../roles/roles.ts";
import { UnauthenticatedError } from "../sessions/errors.ts";
import type { KeyProof } from "../sessions/key-proof.ts";
import type { Principal } from "../sessions/principal.ts";
import type { HttpEnv } from "./app-type.ts";
import { readAuthorization } from "./authorization.ts";
import type { KeyProofs } from "./key-proofs.ts";

export type RequireSession = MiddlewareHandler<HttpEnv>;

/** Finds out who a token belongs to, or throws why it counts for nothing; a bound one needs its proof. */
export type Authenticate = (accessToken: string, proof?: KeyProof) => Promise<Principal>;

/** Guards a route: without a good access token nothing behind it runs. */
export function requireSession(
  authenticate: Authenticate,
  keyProofs: KeyProofs,
  roleTable: RoleTable,
): RequireSession {
  return async (c, next) => {
    const presented = await readAccessToken(c, keyProofs);
    if (presented === undefined) throw new UnauthenticatedError();
    c.set("principal", await authenticate(presented.accessToken, presented.proof));
    c.set("roleTable", roleTable);
    c.header("cache-control", "no-store");
    await next();
  };
}

/** For routes that a guest may bring along; a token that is there must be good, it is never ignored. */
export function optionalSession(authenticate: Authenticate, keyProofs: KeyProofs): RequireSession {
  return async (c, next) => {
    const presented = await readAccessToken(c, keyProofs);
    if (presented) c.set("principal", await authenticate(presented.accessToken, presented.proof));
    c.header("cache-control", "no-store");
    await next();
  };
}

/** Behind {@link requireSession}, where a principal is certain. */
export function getPrincipal(c: Context<HttpEnv>): Principal {
  const principal = c.get("principal");
  if (!principal) throw new UnauthenticatedError();
  return principal;
}

/** The guest who asks, if a guest asks: an account's token has no effect where a guest's is optional. */
export function findGuestId(c: Context<HttpEnv>): string | undefined {
  const principal = c.get("principal");
  return principal?.guest ? principal.userId : undefined;
}

/** A token as it was presented: with the scheme `DPoP` it comes with a proof, with `Bearer` without. */
export interface PresentedToken {
  readonly accessToken: string;
  readonly proof?: KeyProof;
}

/**
 * @returns `undefined` when there is no header
 * @throws {UnauthenticatedError} when the header is something else
 * @throws {DpopProofError}
 */
export async function readAccessToken(
  c: Context<HttpEnv>,
  keyProofs: KeyProofs,
): Promise<PresentedToken | undefined> {
  const sent = readAuthorization(c.req.header("authorization"));
  if (sent === undefined) return undefined;
  const { scheme, accessToken } = sent;
  return scheme === "bearer"
    ? { accessToken }
    : { accessToken, proof: await keyProofs.require(c, accessToken) };
}

import type { Context, MiddlewareHandler } from "hono";
import { UnauthenticatedError } from "../sessions/errors.ts";
import type { Principal } from "../sessions/principal.ts";
import type { HttpEnv } from "./app-type.ts";

export type RequireSession = MiddlewareHandler<HttpEnv>;

/** Finds out who a token belongs to, or throws why it counts for nothing. */
export type Authenticate = (accessToken: string) => Promise<Principal>;

/** Guards a route: without a good access token nothing behind it runs. */
export function requireSession(authenticate: Authenticate): RequireSession {
  return async (c, next) => {
    const token = readAccessToken(c.req.header("authorization"));
    if (token === undefined) throw new UnauthenticatedError();
    c.set("principal", await authenticate(token));
    c.header("cache-control", "no-store");
    await next();
  };
}

/** For routes that a guest may bring along; a token that is there must be good, it is never ignored. */
export function optionalSession(authenticate: Authenticate): RequireSession {
  return async (c, next) => {
    const token = readAccessToken(c.req.header("authorization"));
    if (token !== undefined) c.set("principal", await authenticate(token));
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

/**
 * RFC 6750, section 2.1. Two headers arrive joined by a comma, which no token contains.
 *
 * @returns the token, or `undefined` when there is no header
 * @throws {UnauthenticatedError} when the header is something else
 */
export function readAccessToken(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const match = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(header);
  if (!match?.[1]) throw new UnauthenticatedError();
  return match[1];
}

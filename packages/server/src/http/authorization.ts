import { UnauthenticatedError } from "../sessions/errors.ts";

/** A token as it was sent: with the scheme `DPoP` it counts with a proof, with `Bearer` without. */
export interface SentToken {
  readonly scheme: "bearer" | "dpop";
  readonly accessToken: string;
}

/**
 * Reads the header `Authorization` (RFC 6750, section 2.1; RFC 9449, section 7.1). Two of them arrive joined by a comma,
 * which no token contains.
 *
 * @returns `undefined` when there is no header
 * @throws {UnauthenticatedError} when it is something else
 */
export function readAuthorization(header: string | undefined): SentToken | undefined {
  if (header === undefined) return undefined;
  const [, scheme, accessToken] = /^(Bearer|DPoP) ([A-Za-z0-9._~+/=-]+)$/i.exec(header) ?? [];
  if (scheme === undefined || accessToken === undefined) throw new UnauthenticatedError();
  return { scheme: scheme.toLowerCase() === "dpop" ? "dpop" : "bearer", accessToken };
}

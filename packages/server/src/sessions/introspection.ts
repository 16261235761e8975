import type { AccessTokens } from "./access-tokens.ts";
import { SessionEndedError, TokenExpiredError, TokenStaleError, UnauthenticatedError } from "./errors.ts";
import type { Principal } from "./principal.ts";
import type { Revocations } from "./revocations.ts";
import type { Sightings } from "./sightings.ts";

const refusals = [UnauthenticatedError, TokenExpiredError, TokenStaleError, SessionEndedError];

/**
 * What an access token is worth that was shown to another service (RFC 7662). The answer is the one that the
 * token would get here, but for the proof of a bound one: its sender stands before the other service.
 */
export function createIntrospection(deps: {
  accessTokens: AccessTokens;
  revocations: Revocations;
  sightings: Sightings;
}) {
  const { accessTokens, revocations, sightings } = deps;

  /**
   * @returns `undefined` for a token that does not count, for whatever reason
   * @throws that the database is away while this node has to ask it: nobody is told a guess
   */
  return async function introspect(accessToken: string): Promise<Principal | undefined> {
    try {
      const { principal, firstSeen } = await accessTokens.verify(accessToken);
      if (revocations.concerns(principal)) await revocations.check(principal);
      const { sessionId, refreshCounter } = principal;
      if (firstSeen || sightings.isDue(sessionId)) sightings.note(sessionId, refreshCounter);
      return principal;
    } catch (error) {
      if (refusals.some((refusal) => error instanceof refusal)) return undefined;
      throw error;
    }
  };
}

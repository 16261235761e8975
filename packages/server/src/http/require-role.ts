import { InsufficientRankError } from "../roles/errors.ts";
import { hasRank, type Role } from "../roles/roles.ts";
import { getPrincipal, type RequireSession } from "./require-session.ts";

/**
 * Guards a route of moderators or administrators, behind `requireSession`: whoever has the role or a higher
 * one passes. The role is the access token's; a change of it moves the epoch, which ends older tokens.
 *
 * @see OWASP ASVS 5.0, 8.2.1
 */
export function requireRole(least: Role): RequireSession {
  return async (c, next) => {
    if (!hasRank(getPrincipal(c).role, least)) throw new InsufficientRankError();
    await next();
  };
}

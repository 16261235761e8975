import type { Context } from "hono";
import type { Actor } from "../roles/actor.ts";
import { InsufficientRankError } from "../roles/errors.ts";
import type { Permission } from "../roles/permissions.ts";
import type { HttpEnv } from "./app-type.ts";
import { deviceOf } from "./device.ts";
import { getPrincipal, type RequireSession } from "./require-session.ts";

/**
 * Guards a route of staff, behind `requireSession`: whoever has one of these permissions passes. The role is the
 * access token's; a change of it moves the epoch, which ends older tokens.
 *
 * @see OWASP ASVS 5.0, 8.2.1
 */
export function requirePermission(...anyOf: readonly Permission[]): RequireSession {
  return async (c, next) => {
    const { role } = getPrincipal(c);
    const roleTable = c.get("roleTable");
    if (!anyOf.some((permission) => roleTable?.allows(role, permission))) throw new InsufficientRankError();
    await next();
  };
}

/** Whoever asks, as rooms know somebody who acts on others. */
export function actorOf(c: Context<HttpEnv>): Extract<Actor, { kind: "account" }> {
  const { userId, sessionId, role } = getPrincipal(c);
  const { ipAddress, userAgent } = deviceOf(c);
  return { kind: "account", userId, sessionId, role, ipAddress, userAgent };
}

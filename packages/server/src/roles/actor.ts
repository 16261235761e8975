import type { Role } from "./roles.ts";

/** Who does something to others: somebody with a role, who is asked for it again, or whoever runs the server. */
export type Actor =
  | {
      readonly kind: "account";
      readonly userId: string;
      readonly sessionId: string;
      /** As the access token names it. */
      readonly role: Role;
      readonly ipAddress: string | null;
      readonly userAgent: string | null;
    }
  | { readonly kind: "operator" };

/** Whose act an event is, for the audit. */
export function actedBy(actor: Actor) {
  if (actor.kind === "operator") return { actor };
  const { userId, sessionId, ipAddress, userAgent } = actor;
  return { actor: { kind: "account" as const, userId }, sessionId, ipAddress, userAgent };
}

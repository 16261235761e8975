import type { NativeUser } from "./queries.ts";

/** A user in an answer, field by field: a new column shows nowhere by itself. */
export function toUser(user: NativeUser) {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    emailVerified: user.emailVerified,
    image: user.image,
    createdAt: user.createdAt.toISOString(),
    updatedAt: user.updatedAt.toISOString(),
    isAnonymous: user.isAnonymous,
    role: user.role,
    banned: user.banned,
    banReason: user.banReason,
    banExpires: user.banExpires?.toISOString() ?? null,
    twoFactorEnabled: user.twoFactorEnabled,
  };
}

/** Whoever registers sees this, whether or not the address has an account: nothing of it exists yet. */
export function toExpectedUser(registration: { id: string; email: string; name: string; at: Date }) {
  return toUser({
    id: registration.id,
    name: registration.name,
    email: registration.email,
    emailVerified: false,
    image: null,
    createdAt: registration.at,
    updatedAt: registration.at,
    isAnonymous: false,
    role: "user",
    banned: false,
    banReason: null,
    banExpires: null,
    twoFactorEnabled: false,
  });
}

/**
 * Puts a session's id in the place of its token, wherever a session stands in an answer. Clients hand the
 * id back to end a session, and there is nothing in it to steal.
 */
export function withoutTokens(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTokens);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, withoutTokens(part)] as const);
  const copy: Record<string, unknown> = Object.fromEntries(entries);
  return "token" in copy && "userId" in copy ? { ...copy, token: copy.id } : copy;
}

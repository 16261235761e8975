import type { BuiltInRole } from "../roles/permissions.ts";
import type { Role, RoleTable } from "../roles/roles.ts";

/**
 * Which roles need a second factor. Without one their holder may sign in (or could never set one up), but the
 * access tokens say `user`: no service that reads them can be talked into more. OWASP ASVS 5.0, 6.3.3.
 */
export function createSecondFactorPolicy(requiredFor: readonly BuiltInRole[], roleTable: RoleTable) {
  const requires = (role: Role) => requiredFor.includes(roleTable.likeOf(role));
  const isMissing = (user: { role: Role; twoFactorEnabled: boolean }) =>
    requires(user.role) && !user.twoFactorEnabled;

  return {
    requires,
    isMissing,
    /** The role that an access token names. */
    roleOf: (user: { role: Role; isAnonymous: boolean; twoFactorEnabled: boolean }): Role => {
      if (user.isAnonymous) return "guest";
      return isMissing(user) ? "user" : roleTable.effective(user.role);
    },
  };
}

export type SecondFactorPolicy = ReturnType<typeof createSecondFactorPolicy>;

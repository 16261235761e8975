import { isBanned } from "../bans/ban.ts";
import type { RoleTable } from "../roles/roles.ts";
import { maskAddress, maskAddressesIn } from "./mask.ts";
import type { UserRow } from "./queries.ts";
import type { AdminUser } from "./schemas.ts";

/** Somebody as staff see them, field by field: a new column shows nowhere by itself. */
export function showUser(
  row: UserRow,
  { roles, now, withAddress }: { roles: RoleTable; now: Date; withAddress: boolean },
): AdminUser {
  const { isAnonymous, banExpires } = row;
  const banned = isBanned(row, now);
  const name = withAddress ? row.name : maskAddressesIn(row.name);
  const email = withAddress ? row.email : maskAddress(row.email);
  return {
    id: row.id,
    // A guest's address is made up and reaches nobody.
    email: isAnonymous ? null : email,
    name: name === "" ? null : name,
    role: isAnonymous ? "guest" : roles.effective(row.role),
    status: banned ? "banned" : row.emailVerified || isAnonymous ? "active" : "unverified",
    guest: isAnonymous,
    emailVerified: row.emailVerified,
    twoFactor: row.twoFactorEnabled,
    ban: banned ? { reason: row.banReason, until: banExpires?.toISOString() ?? null } : null,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  };
}

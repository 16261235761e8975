import {
  type BuiltInRole,
  builtInRoles,
  type Permission,
  permissions,
  permissionTable,
} from "./permissions.ts";

/** The name of a role: one of the built-in ones, or one of the settings' (`ROLES`). */
export type Role = string;

const roleName = /^[a-z][a-z0-9-]{0,39}$/;

/** Whether something may be called so; it need not be a role of this server. */
export const isRoleName = (name: string): boolean => roleName.test(name);

/** A role of an operator's own. */
export interface ConfiguredRole {
  readonly name: Role;
  /** Whose rank, quotas and second-factor policy it has. Never `admin`: who may do everything is an administrator. */
  readonly like: Exclude<BuiltInRole, "admin">;
  /** What it may do beyond that. */
  readonly permissions: readonly Permission[];
}

interface KnownRole {
  readonly like: BuiltInRole;
  readonly allows: ReadonlySet<Permission>;
}

const rankOf = (role: BuiltInRole) => builtInRoles.indexOf(role);

/** What somebody is treated as who is not known as anything higher, and what every account begins as. */
const lowest = "user";

/** The roles there are on this server, what each may do, and which is above which. */
export function createRoleTable(configured: readonly ConfiguredRole[] = []) {
  const builtIn = builtInRoles.map((role): [Role, KnownRole] => {
    const allowed = permissions.filter((permission) => rankOf(role) >= rankOf(permissionTable[permission]));
    return [role, { like: role, allows: new Set(allowed) }];
  });
  const known = new Map<Role, KnownRole>(builtIn);
  for (const { name, like, permissions: further } of configured) {
    known.set(name, { like, allows: new Set([...(known.get(like)?.allows ?? []), ...further]) });
  }
  const nothing: KnownRole = { like: lowest, allows: new Set() };
  const find = (role: Role): KnownRole => known.get(role) ?? nothing;

  /** The built-in role whose rank, quotas and second-factor policy a role has. */
  const likeOf = (role: Role): BuiltInRole => find(role).like;

  /**
   * Whether somebody with the one role may act on somebody with the other: nobody acts on a higher or an equal
   * one, except administrators on administrators.
   */
  function outranks(role: Role, other: Role): boolean {
    const [own, others] = [likeOf(role), likeOf(other)];
    return rankOf(own) > rankOf(others) || (own === "admin" && others === "admin");
  }

  /**
   * Whether a role is the other one or above it. An operator's own is below the next built-in one, and beside those of its
   * rank; a guest's is below all.
   */
  function isAtLeast(role: Role | "guest", least: Role): boolean {
    if (role === "guest") return false;
    const above = rankOf(likeOf(role)) - rankOf(likeOf(least));
    return role === least || above > 0 || (above === 0 && likeOf(least) === least);
  }

  return {
    /** The names that an account's role may have. */
    names: [...known.keys()],
    has: (role: Role): boolean => known.has(role),
    /** What a stored role counts as: one that the settings do not name (any more) is a reader's. */
    effective: (role: Role): Role => (known.has(role) ? role : lowest),
    likeOf,
    allows: (role: Role | "guest", permission: Permission): boolean => find(role).allows.has(permission),
    outranks,
    isAtLeast,
    /** Whether somebody with the one role may give the other to somebody: never one as high, or one that may do more. */
    mayGive: (role: Role, given: Role): boolean =>
      outranks(role, given) &&
      [...find(given).allows].every((permission) => find(role).allows.has(permission)),
  };
}

export type RoleTable = ReturnType<typeof createRoleTable>;

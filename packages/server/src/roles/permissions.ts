// The one table of who may do what. A role may do what its line and the lines of the roles below it say; what a
// role of an operator's own may do besides stands in `ROLES`. OWASP ASVS 5.0, 8.1.1, 8.2.1.

/** The roles that an account may always have, lowest first. A guest is not an account yet, and below them all. */
export const builtInRoles = ["user", "moderator", "admin"] as const;

export type BuiltInRole = (typeof builtInRoles)[number];

/** What may be done to others, and the lowest role that may do it. */
export const permissionTable = {
  /** Accounts, with their addresses masked. */
  "users.read": "moderator",
  "users.read-addresses": "admin",
  "users.change-role": "admin",
  /** For as long as one likes, and without an end. */
  "users.ban": "admin",
  /** For as long as {@link briefBanMs} at the most. */
  "users.ban-briefly": "moderator",
  /** Where somebody is signed in, and ending it. */
  "users.sessions": "admin",
  "reports.read": "moderator",
  "reports.handle": "moderator",
  /** What they did themselves. */
  "audit.read-own": "moderator",
  "audit.read": "admin",
  "mail.read": "admin",
  "stats.read": "admin",
  "quotas.set": "admin",
  "invitations.manage": "admin",
} as const satisfies Readonly<Record<string, BuiltInRole>>;

export type Permission = keyof typeof permissionTable;

export const permissions = Object.keys(permissionTable) as Permission[];

/** The longest ban that `users.ban-briefly` allows. */
export const briefBanMs = 7 * 24 * 60 * 60_000;

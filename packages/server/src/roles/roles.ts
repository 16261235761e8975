/** What an account may be. A guest is not an account yet and has no role of its own. */
export type Role = "user" | "moderator" | "admin";

/** Lowest first: whoever has a role may do what those below may. */
const ranks: readonly (Role | "guest")[] = ["guest", "user", "moderator", "admin"];

/** Whether somebody with this role may do what `least` and those above it may. */
export function hasRank(role: Role | "guest", least: Role): boolean {
  return ranks.indexOf(role) >= ranks.indexOf(least);
}

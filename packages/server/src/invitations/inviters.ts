import { isBanned } from "../bans/ban.ts";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import type { Actor } from "../roles/actor.ts";
import type { Role, RoleTable } from "../roles/roles.ts";
import { findInviter } from "./queries.ts";

/** What every account is that was given nothing else. */
export const plainRole: Role = "user";

/** Who may let whom in. */
export function createInviters({
  clock,
  roleTable,
}: {
  readonly clock: Clock;
  readonly roleTable: RoleTable;
}) {
  /** Any other role than a reader's is given by those who could give it afterwards. */
  const allowed = (own: Role, given: Role): boolean =>
    roleTable.allows(own, "invitations.manage") &&
    (given === plainRole || (roleTable.allows(own, "users.change-role") && roleTable.mayGive(own, given)));

  return {
    may: (actor: Actor, given: Role): boolean => actor.kind === "operator" || allowed(actor.role, given),

    /**
     * Whether whoever made an invitation could make it still: nobody who was demoted or banned lets themselves in
     * again, under another name.
     */
    async stillMay(
      db: Database | Transaction,
      { invitedBy, role }: { invitedBy: string | null; role: Role },
    ): Promise<boolean> {
      if (invitedBy === null) return true;
      const inviter = await findInviter(db, invitedBy);
      return inviter !== undefined && !isBanned(inviter, clock.now()) && allowed(inviter.role, role);
    },
  };
}

// The people of a book as its staff see them.
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import type { QuotaDesk } from "../limits/quota-desk.ts";
import type { Page } from "../paging.ts";
import type { Permission } from "../roles/permissions.ts";
import type { Role, RoleTable } from "../roles/roles.ts";
import type { AdminUserDetail } from "./detail-schemas.ts";
import { UserNotFoundError } from "./errors.ts";
import { createUserList } from "./list.ts";
import * as queries from "./queries.ts";
import type { AdminUser, UserQuery } from "./schemas.ts";
import { showUser } from "./show-user.ts";

/** Who looks: what they may see follows from their role. */
export interface Viewer {
  readonly role: Role;
}

export function createAdminUsers(deps: {
  database: Database;
  clock: Clock;
  roleTable: RoleTable;
  quotaDesk: Pick<QuotaDesk, "read">;
}) {
  const { database, clock, roleTable, quotaDesk } = deps;
  const list = createUserList(deps);

  const seenBy = ({ role }: Viewer) => ({
    roles: roleTable,
    now: clock.now(),
    withAddress: roleTable.allows(role, "users.read-addresses"),
  });

  /** @throws {UserNotFoundError} */
  async function get(viewer: Viewer, id: string): Promise<AdminUser> {
    const row = await queries.findUser(database, id);
    if (!row) throw new UserNotFoundError();
    return showUser(row, seenBy(viewer));
  }

  return {
    /**
     * A page of everybody, newest first, or of those who fit a search, best first. Without the right to read
     * addresses a search finds by names, and by an address only when it is whole.
     *
     * @throws {ValidationError} an unknown role, or a cursor of another list
     */
    list: (viewer: Viewer, query: UserQuery): Promise<Page<AdminUser>> => list(query, seenBy(viewer)),

    get,

    /**
     * One person with what staff need to help them; a moderator gets less.
     *
     * @throws {UserNotFoundError}
     */
    async describe(viewer: Viewer, id: string): Promise<AdminUserDetail> {
      const user = await get(viewer, id);
      const facts = await queries.findFacts(database, id, clock.now());
      const may = (permission: Permission) => roleTable.allows(viewer.role, permission);
      const { providers, passkeys, conversations, sessions } = facts;
      const methods = {
        password: providers.includes("credential"),
        passkeys,
        providers: providers.filter((provider) => provider !== "credential"),
      };
      return {
        ...user,
        conversations,
        sessions,
        methods: may("users.read-addresses") ? methods : null,
        quotas: may("quotas.set") ? [...(await quotaDesk.read(id)).quotas] : null,
      };
    },
  };
}

export type AdminUsers = ReturnType<typeof createAdminUsers>;

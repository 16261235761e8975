import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { joinStatements } from "../database/joined-statements.ts";
import type { RoleTable } from "../roles/roles.ts";
import { toAccount } from "./account.ts";
import { AccountNotFoundError } from "./errors.ts";
import * as queries from "./queries.ts";
import type { Account } from "./schemas.ts";

/** What a reader shows of themselves. */
export function createProfile(deps: { database: Database; clock: Clock; roleTable: RoleTable }) {
  const { database, clock, roleTable } = deps;

  const findReader = joinStatements(async (userIds) => {
    const readers = await queries.findReaders(database, userIds);
    return new Map(readers.map((reader) => [reader.userId, reader]));
  });

  /** @throws {AccountNotFoundError} */
  async function get(userId: string): Promise<Account> {
    const reader = await findReader(userId);
    if (!reader) throw new AccountNotFoundError();
    return toAccount({ ...reader, role: roleTable.effective(reader.role) });
  }

  return {
    get,

    /** Changes what is named and keeps the rest. @throws {AccountNotFoundError} */
    async update(
      userId: string,
      change: { name?: string | undefined; image?: string | null | undefined },
    ): Promise<Account> {
      const profile = {
        ...(change.name !== undefined && { name: change.name }),
        ...(change.image !== undefined && { image: change.image }),
      };
      if (!(await queries.updateProfile(database, { userId, profile, at: clock.now() })))
        throw new AccountNotFoundError();
      return get(userId);
    },
  };
}

export type Profile = ReturnType<typeof createProfile>;

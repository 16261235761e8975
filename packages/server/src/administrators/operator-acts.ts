// What whoever runs the server does to accounts from its terminal, where no rank is above theirs.
import { EmailTakenError } from "../accounts/errors.ts";
import { emailSchema, maxNameCharacters, nameSchema } from "../accounts/schemas.ts";
import type { Accounts } from "../accounts/service.ts";
import type { Bans } from "../bans/service.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { OperatorRefusal } from "../operator-refusal.ts";
import { LastAdminError } from "../roles/errors.ts";
import type { RoleTable } from "../roles/roles.ts";
import type { RoleChanges } from "../roles/service.ts";
import { type Account, findAccount } from "./queries.ts";

const operator = { kind: "operator" } as const;

export interface NewAdministrator {
  readonly email: string;
  readonly name?: string | undefined;
  readonly language: string;
  readonly password?: string | undefined;
}

export interface CreatedAdministrator {
  readonly id: string;
  readonly email: string;
  /** Where there is no password yet; good once, for a day. */
  readonly setPasswordUrl: string | null;
}

export function createOperatorActs(deps: {
  database: Database;
  accounts: Pick<Accounts, "hashNewPassword" | "createVouched">;
  roles: RoleChanges;
  roleTable: RoleTable;
  bans: Bans;
}) {
  const { database, accounts, roles, roleTable, bans } = deps;

  async function require(who: string): Promise<Account> {
    const account = await findAccount(database, who);
    if (!account) throw new OperatorRefusal(({ admin }) => admin.noSuchAccount({ who }));
    return account;
  }

  /** What only an operator can be told: the rules of the last administrator, in the terminal's words. */
  async function unlessLast<Result>(email: string, act: () => Promise<Result>): Promise<Result> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof LastAdminError)
        throw new OperatorRefusal(({ admin }) => admin.lastAdmin({ email }));
      throw error;
    }
  }

  return {
    /**
     * Makes an account that administers; who may sign up does not matter here.
     *
     * @throws {OperatorRefusal} {ValidationError} of the password
     */
    async create({
      email: typed,
      name: given,
      language,
      password,
    }: NewAdministrator): Promise<CreatedAdministrator> {
      const { data: email } = emailSchema.safeParse(typed);
      if (email === undefined) throw new OperatorRefusal(({ admin }) => admin.badEmail({ email: typed }));
      const wanted = given ?? email.slice(0, email.lastIndexOf("@")).slice(0, maxNameCharacters);
      const { data: name } = nameSchema.safeParse(wanted);
      if (name === undefined) throw new OperatorRefusal(({ admin }) => admin.badName({ name: wanted }));
      const passwordHash =
        password === undefined ? undefined : await accounts.hashNewPassword(password, { email, name });
      try {
        return await inTransaction(database, async (trx, afterCommit) => {
          const made = await accounts.createVouched(trx, { email, name, language, passwordHash });
          const change = { role: "admin", reason: "bookplate admin create" };
          await roles.changeWithin(trx, afterCommit, operator, made.userId, change);
          return { id: made.userId, email, setPasswordUrl: made.setPasswordUrl };
        });
      } catch (error) {
        if (error instanceof EmailTakenError)
          throw new OperatorRefusal(({ admin }) => admin.emailTaken({ email }));
        throw error;
      }
    },

    /** @throws {OperatorRefusal} */
    async changeRole(who: string, role: string, reason: string): Promise<Account> {
      if (!roleTable.has(role)) {
        const known = roleTable.names.join(", ");
        throw new OperatorRefusal(({ admin }) => admin.noSuchRole({ role, known }));
      }
      const account = await require(who);
      await unlessLast(account.email, () => roles.change(operator, account.id, { role, reason }));
      return { ...account, role };
    },

    /** @throws {OperatorRefusal} {BanEndsInThePastError} */
    async ban(who: string, ban: { reason: string; until?: Date | undefined }): Promise<Account> {
      const account = await require(who);
      await unlessLast(account.email, () => bans.ban(operator, account.id, ban));
      return account;
    },

    /** @throws {OperatorRefusal} */
    async liftBan(who: string, reason: string | undefined): Promise<Account> {
      const account = await require(who);
      await bans.lift(operator, account.id, { reason });
      return account;
    },
  };
}

export type OperatorActs = ReturnType<typeof createOperatorActs>;

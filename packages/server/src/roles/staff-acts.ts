// Every act of staff on an account begins here, in its transaction: whom it concerns and whoever acts are locked and
// looked at again, so that an act that was on its way when its actor was demoted, banned or signed out does not happen.
import { isBanned } from "../bans/ban.ts";
import type { Clock } from "../clock.ts";
import type { Transaction } from "../database/database.ts";
import type { SecondFactorPolicy } from "../second-factor/policy.ts";
import { SessionEndedError, TokenStaleError } from "../sessions/errors.ts";
import { findSessionWithReader } from "../sessions/queries.ts";
import type { Actor } from "./actor.ts";
import { InsufficientRankError, NoSuchAccountError } from "./errors.ts";
import { requireAnotherAdmin } from "./last-admin.ts";
import type { Permission } from "./permissions.ts";
import { lockWithAdmins, type Person } from "./queries.ts";
import type { Role, RoleTable } from "./roles.ts";

/** An act that has begun: whom it concerns, as they are until it ends, and what whoever acts may do. */
export interface StaffAct {
  readonly target: Person;
  allows(permission: Permission): boolean;
  mayGive(role: Role): boolean;
  /** @throws {LastAdminError} the target is the only administrator who can act */
  requireAnotherAdmin(): void;
}

export function createStaffActs(deps: {
  clock: Clock;
  roleTable: RoleTable;
  secondFactorPolicy: SecondFactorPolicy;
}) {
  const { clock, roleTable, secondFactorPolicy } = deps;

  /** @returns the actor's role, as it is now */
  async function requireSameActor(
    trx: Transaction,
    actor: Extract<Actor, { kind: "account" }>,
    people: readonly Person[],
  ): Promise<Role> {
    const self = people.find(({ id }) => id === actor.userId);
    if (!self || self.mergedInto !== null || isBanned(self, clock.now())) throw new SessionEndedError();
    if (!(await findSessionWithReader(trx, actor.sessionId))) throw new SessionEndedError();
    const role = secondFactorPolicy.roleOf(self);
    if (role !== actor.role) throw new TokenStaleError();
    return role;
  }

  /** @param concerns - whom an act of this kind may concern at all */
  async function begin(
    trx: Transaction,
    actor: Actor,
    userId: string,
    { anyOf, concerns }: { anyOf: readonly Permission[]; concerns: (person: Person) => boolean },
  ): Promise<StaffAct> {
    const people = await lockWithAdmins(trx, actor.kind === "account" ? [actor.userId, userId] : [userId]);
    const role = actor.kind === "account" ? await requireSameActor(trx, actor, people) : "admin";
    if (!anyOf.some((permission) => roleTable.allows(role, permission))) throw new InsufficientRankError();
    const target = people.find(({ id }) => id === userId);
    if (!target || !concerns(target)) throw new NoSuchAccountError();
    // The role that the target has, also where it waits for a second factor.
    if (!target.isAnonymous && !roleTable.outranks(role, target.role)) throw new InsufficientRankError();
    return {
      target,
      allows: (permission) => roleTable.allows(role, permission),
      mayGive: (given) => roleTable.mayGive(role, given),
      requireAnotherAdmin: () => requireAnotherAdmin(people, userId, clock.now()),
    };
  }

  return {
    /**
     * @param anyOf - one of these is needed
     * @throws {SessionEndedError} {TokenStaleError} the actor is not who they were when their token was looked at
     * @throws {InsufficientRankError} {NoSuchAccountError}
     */
    begin: (trx: Transaction, actor: Actor, userId: string, ...anyOf: readonly Permission[]) =>
      begin(trx, actor, userId, { anyOf, concerns: ({ isAnonymous }) => !isAnonymous }),

    /** The same for what concerns guests too, whom everybody outranks who may do it at all. */
    beginOnReader: (trx: Transaction, actor: Actor, userId: string, ...anyOf: readonly Permission[]) =>
      begin(trx, actor, userId, { anyOf, concerns: ({ mergedInto }) => mergedInto === null }),
  };
}

export type StaffActs = ReturnType<typeof createStaffActs>;
export type BeginStaffAct = StaffActs["begin"];

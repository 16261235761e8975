import { isBanned } from "../bans/ban.ts";
import { LastAdminError } from "./errors.ts";
import type { Person } from "./queries.ts";

/**
 * To be called where somebody stops being an administrator who can act, before they do. One whose ban has an end
 * cannot act before it.
 *
 * @param people - locked in the same transaction, all administrators among them
 * @throws {LastAdminError} nobody else would be one
 */
export function requireAnotherAdmin(people: readonly Person[], userId: string, now: Date): void {
  const able = people.filter((person) => person.role === "admin" && !isBanned(person, now));
  if (able.length === 1 && able[0]?.id === userId) throw new LastAdminError();
}

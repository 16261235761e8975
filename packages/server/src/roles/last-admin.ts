import type { Transaction } from "../database/database.ts";
import { LastAdminError } from "./errors.ts";
import { lockAdmins } from "./queries.ts";

/**
 * To be called in the transaction in which somebody stops being an administrator, before they do.
 *
 * @throws {LastAdminError} nobody else would be one
 */
export async function requireAnotherAdmin(trx: Transaction, userId: string, now: Date): Promise<void> {
  const admins = await lockAdmins(trx, now);
  if (admins.includes(userId) && admins.length === 1) throw new LastAdminError();
}

import type { Transaction } from "../database/database.ts";
import { LastSignInMethodError } from "./errors.ts";
import { hasSignInMethod, lockOwner } from "./last-sign-in-method-queries.ts";

/**
 * Takes a way to sign in away, unless it is the last one. Letters do not count: an address can be lost.
 *
 * @param take - removes it, in the transaction
 * @throws {LastSignInMethodError} nothing is removed then
 */
export async function keepingOneSignInMethod<T>(
  trx: Transaction,
  userId: string,
  take: () => Promise<T>,
): Promise<T> {
  await lockOwner(trx, userId);
  const taken = await take();
  if (!(await hasSignInMethod(trx, userId))) throw new LastSignInMethodError();
  return taken;
}

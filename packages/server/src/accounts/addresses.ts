import type { Clock } from "../clock.ts";
import type { Transaction } from "../database/database.ts";
import { isOwned, isReserved } from "./address-queries.ts";

/** Whose an address is, and whose it may yet be again. */
export function createAddresses({ clock }: { clock: Clock }) {
  return {
    /**
     * Whether an address is not to be given away: an account has it, or had it until lately and may still take it
     * back. Ask under the lock on the address.
     *
     * @param butFor - a user who may have what is reserved for them
     */
    async isTaken(trx: Transaction, email: string, butFor?: string): Promise<boolean> {
      return (await isOwned(trx, email)) || (await isReserved(trx, { email, butFor, now: clock.now() }));
    },
  };
}

export type Addresses = ReturnType<typeof createAddresses>;

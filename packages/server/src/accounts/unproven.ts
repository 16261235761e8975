import type { Transaction } from "../database/database.ts";
import type { AfterCommit } from "../database/transaction.ts";
import { deletePasskeysOf } from "../passkeys/queries.ts";
import type { SecondFactor } from "../second-factor/service.ts";
import { deleteProviders } from "./recovery-queries.ts";

const fromTheBeginning = new Date(0);

export type DropUnproven = ReturnType<typeof createDropUnproven>;

/**
 * Takes away what was put on an account before anybody proved its address, as it may have been put there by a
 * stranger who waits: passkeys, links to providers, and a second factor that would lock the owner out. The password
 * is replaced by whoever proves the address, and the sessions end with it. "Trojan identifier" in Sudhodanan and
 * Paverd, "Pre-hijacked accounts" (2022).
 */
export function createDropUnproven({ secondFactor }: { secondFactor: SecondFactor }) {
  return async (trx: Transaction, afterCommit: AfterCommit, userId: string): Promise<void> => {
    await deletePasskeysOf(trx, userId);
    await deleteProviders(trx, userId);
    await secondFactor.setUp.dropSince(trx, afterCommit, { userId, since: fromTheBeginning });
  };
}

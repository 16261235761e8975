import type { Transaction } from "../database/database.ts";
import { deletePasskeysOf } from "../passkeys/queries.ts";
import { deleteProviders } from "./recovery-queries.ts";

/**
 * Takes away what was put on an account before anybody proved its address, as it may have been put there by a
 * stranger who waits: passkeys and links to providers. The password is replaced by whoever proves the address, and
 * the sessions end with it. "Trojan identifier" in Sudhodanan and Paverd, "Pre-hijacked accounts" (2022).
 */
export async function dropUnproven(trx: Transaction, userId: string): Promise<void> {
  await deletePasskeysOf(trx, userId);
  await deleteProviders(trx, userId);
}

import type { Database, Transaction } from "../database/database.ts";

/**
 * Something that a guest owns and an account can take over. A room with rows of this kind (chats today)
 * registers one; a merge then moves them with everything else, in the same transaction.
 */
export interface Claimable {
  /** As it is called in answers: `{ "merged": { "conversations": 3 } }`. */
  readonly name: "conversations";
  /** Its rows name their owner in `owner_id`. */
  readonly table: "conversation";
  count(db: Database | Transaction, ownerId: string): Promise<number>;
  /** @returns how many moved */
  move(trx: Transaction, owners: { fromUserId: string; toUserId: string }): Promise<number>;
}

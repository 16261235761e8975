import type { PersonalData } from "../accounts/personal-data.ts";
import type { Database, Transaction } from "../database/database.ts";
import type { Tables } from "../database/tables.ts";

/** The tables whose rows name their owner in `owner_id`. */
export type OwnedTable = {
  [Name in keyof Tables]: Tables[Name] extends { ownerId: unknown } ? Name : never;
}[keyof Tables];

/**
 * What one room keeps for a reader, guest or account. The room declares it once, beside its tables: a merge
 * moves it with everything else in one transaction, the purge looks at it before a guest leaves, and the
 * reader's copy shows it.
 */
export interface Claimable {
  /** In camel case; the part of the reader's copy is called so, and the count in the event of a merge. */
  readonly name: string;
  readonly table: OwnedTable;
  /**
   * Whether such rows are something that a reader would miss: they keep a guest from leaving after a day and wait
   * for a yes. Counters are not.
   */
  readonly ownsSomething: boolean;
  count(db: Database | Transaction, ownerId: string): Promise<number>;
  /**
   * The caller holds the guest's row, so that no writer is half way ({@link writeAsOwner}). In a number of statements
   * that does not depend on how much moves.
   *
   * @returns how many rows the guest had
   */
  move(trx: Transaction, owners: { fromUserId: string; toUserId: string }): Promise<number>;
  /** For the reader's copy; left out where another part shows it. */
  readonly exportOf?: PersonalData["read"];
}

/** The parts of a reader's copy that rooms declare with what a merge moves. */
export function personalDataOf(claimables: readonly Claimable[]): PersonalData[] {
  return claimables.flatMap(({ name, exportOf }) => (exportOf ? [{ part: name, read: exportOf }] : []));
}

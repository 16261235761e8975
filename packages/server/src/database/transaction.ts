import type { Database, Transaction } from "./database.ts";

/** Runs when the transaction has committed, and never when it was rolled back. */
export type AfterCommit = (act: () => void) => void;

/**
 * A transaction whose consequences in memory (a revocation that takes effect, a job that is woken)
 * happen after the commit, so that nobody acts on what may yet be undone.
 */
export async function inTransaction<T>(
  database: Database,
  work: (trx: Transaction, afterCommit: AfterCommit) => Promise<T>,
): Promise<T> {
  const acts: (() => void)[] = [];
  const result = await database.transaction().execute((trx) => work(trx, (act) => acts.push(act)));
  for (const act of acts) act();
  return result;
}

import type { Database, Transaction } from "./database.ts";

/** Runs when the transaction has committed, and never when it was rolled back. */
export type AfterCommit = (act: () => void) => void;

/** Postgres has ended one of several transactions that waited for each other in a circle. */
const deadlockDetected = "40P01";
const mostTries = 3;

/**
 * A transaction whose consequences in memory (a revocation that takes effect, a job that is woken)
 * happen after the commit, so that nobody acts on what may yet be undone.
 *
 * @param work - may be done again from its beginning: it changes nothing but the database
 * @see docs/decisions/048-locks-in-one-order.md
 */
export async function inTransaction<T>(
  database: Database,
  work: (trx: Transaction, afterCommit: AfterCommit) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await tryTransaction(database, work);
    } catch (error) {
      if (tries === mostTries || !isDeadlock(error)) throw error;
    }
  }
}

async function tryTransaction<T>(
  database: Database,
  work: (trx: Transaction, afterCommit: AfterCommit) => Promise<T>,
): Promise<T> {
  const acts: (() => void)[] = [];
  const result = await database.transaction().execute((trx) => work(trx, (act) => acts.push(act)));
  for (const act of acts) act();
  return result;
}

const isDeadlock = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === deadlockDetected;

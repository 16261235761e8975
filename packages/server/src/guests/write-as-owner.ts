import type { Database, Transaction } from "../database/database.ts";
import { type AfterCommit, inTransaction } from "../database/transaction.ts";
import { SessionEndedError } from "../sessions/errors.ts";
import { lockOwner } from "./queries.ts";

/**
 * Every write to what a reader owns goes through here: it happens for the reader, or for the account that the
 * guest was merged into while the request was on its way. One transaction, in which nothing moves.
 *
 * @param write - with the id of whoever owns what is written
 * @throws {SessionEndedError} the reader does not exist any more
 */
export function writeAsOwner<T>(
  database: Database,
  readerId: string,
  write: (trx: Transaction, ownerId: string, afterCommit: AfterCommit) => Promise<T>,
): Promise<T> {
  return inTransaction(database, async (trx, afterCommit) => {
    const ownerId = await lockOwner(trx, readerId);
    if (ownerId === undefined) throw new SessionEndedError();
    return write(trx, ownerId, afterCommit);
  });
}

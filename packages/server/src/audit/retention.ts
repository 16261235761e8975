// Events past their time go from the old end of the chain, batch by batch. The last link that was cut off stays,
// empty, as the one that the rest hangs on; the event of the cut names it, so that nobody else can shorten the chain.
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { uuidv7 } from "../uuid.ts";
import type { Audit } from "./audit.ts";
import { findHead, takeChain } from "./chain-queries.ts";
import { toHex } from "./digests.ts";
import * as queries from "./retention-queries.ts";

/** Events that go together. */
const batchSize = 2_000;

export interface RetentionDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Pick<Logger, "info">;
  readonly audit: Audit;
  readonly retentionMs: number;
}

export function createRetention({ database, clock, log, audit, retentionMs }: RetentionDeps) {
  /** @returns how many events went */
  const trimBatch = (before: Date): Promise<number> =>
    inTransaction(database, async (trx) => {
      if (!(await takeChain(trx))) return 0;
      const oldest = await queries.lockOldest(trx, batchSize + 1);
      const [first] = oldest;
      if (!first) return 0;
      // Up to the first one that is younger, or that an account takes along at this moment.
      const end = oldest.findIndex(
        ({ position, createdAt }, index) => createdAt >= before || position !== first.position + index,
      );
      const past = end === -1 ? oldest : oldest.slice(0, end);
      const last = past.at(-1);
      if (!last || past.length < 2) return 0;
      const id = uuidv7();
      await queries.deleteUpTo(trx, last.position);
      await queries.emptyCut(trx, last.id, id);
      const events = past.length - 1;
      await audit.record(trx, {
        id,
        kind: "audit-trimmed",
        userId: null,
        actor: { kind: "system" },
        detail: { position: last.position, hash: toHex(last.hash), events },
      });
      return events;
    });

  return {
    /**
     * Says in the log, which is kept elsewhere, where the chain ends: nobody can shorten it unseen behind that.
     *
     * @returns how many events went
     */
    async trim(): Promise<number> {
      const { position, hash } = await findHead(database);
      log.info({ position, hash: toHex(hash) }, "the head of the audit chain");
      const before = new Date(clock.now().getTime() - retentionMs);
      for (let removed = 0; ; ) {
        const gone = await trimBatch(before);
        removed += gone;
        if (gone < batchSize) return removed;
      }
    },
  };
}

// How guests leave: all that nobody can come back to, hour by hour, behind everybody else's back. Batches, each in a
// transaction of its own that waits for no writer and keeps none waiting; see docs/decisions/037.
import { setTimeout as rest } from "node:timers/promises";
import type { Audit } from "../audit/audit.ts";
import { eraseEventsOf } from "../audit/erasure.ts";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import type { Sessions } from "../sessions/service.ts";
import type { Claimable } from "./claimable.ts";
import * as queries from "./purge-queries.ts";

export interface GuestPurgeDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly sessions: Pick<Sessions, "endAllOfLeaving">;
  readonly audit: Audit;
  readonly claimables: readonly Claimable[];
  /** How long a guest may be silent. */
  readonly retentionMs: number;
}

/** An empty guest is kept this long, and so is the tombstone that late writes follow. */
const emptyGuestKeptMs = 24 * 60 * 60_000;
/** Guests that are looked at together, and at the most deleted together: tens of milliseconds. */
const batchSize = 200;
/** What is left then is the next hour's. Below the quarter of an hour after which a job counts as lost. */
const longestRunMs = 10 * 60_000;

export function createGuestPurge(deps: GuestPurgeDeps) {
  const { database, clock, sessions, audit, claimables, retentionMs } = deps;
  const owned = claimables.filter(({ ownsSomething }) => ownsSomething).map(({ table }) => table);
  let stopping = false;

  function purgeTimes(): queries.PurgeTimes {
    const now = clock.now();
    const ago = (ms: number) => new Date(now.getTime() - ms);
    return { now, silentSince: ago(retentionMs), idleSince: ago(emptyGuestKeptMs) };
  }

  /** Looks again under the guests' locks: a first message may have come meanwhile. */
  async function remove(ids: readonly string[], times: queries.PurgeTimes): Promise<number> {
    return inTransaction(database, async (trx, afterCommit) => {
      await queries.giveWay(trx);
      const locked = await queries.lockIdleGuests(trx, ids);
      if (locked.length === 0) return 0;
      const leaving = await queries.findPurgeable(trx, locked, times, owned);
      if (leaving.length === 0) return 0;
      await sessions.endAllOfLeaving(trx, afterCommit, leaving);
      await eraseEventsOf(trx, audit, leaving, "guests-removed");
      await queries.deleteGuests(trx, leaving);
      return leaving.length;
    }).catch((error: unknown) => {
      if (queries.hasGivenWay(error)) return 0;
      throw error;
    });
  }

  return {
    /**
     * Removes guests that nobody can come back to, with all they own. Rests after each batch for as long as the batch
     * took, so that it never has more than half of a connection; ends early, without loss, when told to stop.
     *
     * @returns how many left
     */
    async purge(): Promise<number> {
      const times = purgeTimes();
      const endsAt = performance.now() + longestRunMs;
      let removed = 0;
      for (let after: string | undefined = queries.firstGuestId; after !== undefined; ) {
        const startedAt = performance.now();
        const batch = await queries.findGuests(database, { after, limit: batchSize }, times, owned);
        const ids = batch.filter(({ mayGo }) => mayGo).map(({ id }) => id);
        if (ids.length > 0) removed += await remove(ids, times);
        after = batch.length === batchSize ? batch.at(-1)?.id : undefined;
        const now = performance.now();
        if (after === undefined || stopping || now > endsAt) break;
        await rest(now - startedAt);
      }
      return removed;
    },

    /** Lets the batch that is under way finish, and begins no other. */
    stop(): void {
      stopping = true;
    },
  };
}

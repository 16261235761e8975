import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { noteActiveDays } from "./active-day-queries.ts";
import { recordSightings } from "./sighting-queries.ts";

const flushAfterMs = 500;
/** Readers see their devices' last activity this exactly; more would cost a write for nobody's use. */
const seenEveryMs = 60_000;

/** An access token that was presented: the turn it is of, and when. */
interface Sighting {
  readonly counter: number;
  readonly at: Date;
}

type Batch = ReadonlyMap<string, Sighting>;

/**
 * Learns which refresh tokens were received, and when a device was last used: whoever presents an access
 * token of turn `n` has the answer that carried turn `n`. Written in batches off the request path; the
 * refresh table needs it to tell a lost answer from a stolen token.
 */
export function createSightings(deps: { database: Database; clock: Clock; log: Logger }) {
  const { database, clock, log } = deps;
  let waiting = new Map<string, Sighting>();
  const writing = new Map<Batch, Promise<void>>();
  /** When each session was noted, in milliseconds; forgotten when it is due again. */
  const noted = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;

  function add(sessionId: string, { counter, at }: Sighting): void {
    const known = waiting.get(sessionId);
    waiting.set(sessionId, { counter: Math.max(counter, known?.counter ?? 0), at: known?.at ?? at });
  }

  /** Writes all that waits; done when that, and what was being written already, is written. */
  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    forgetDue();
    if (waiting.size > 0) {
      const batch = waiting;
      waiting = new Map();
      const done = write(batch).finally(() => writing.delete(batch));
      writing.set(batch, done);
    }
    await Promise.all(writing.values());
  }

  async function write(batch: Batch): Promise<void> {
    const sightings = [...batch].map(([sessionId, sighting]) => ({ sessionId, ...sighting }));
    // Before they are written, because who was seen on this day already is not noted again; never instead of it.
    await noteActiveDays(database, sightings).catch((error) =>
      log.debug({ err: error }, "a day's visits are not noted"),
    );
    try {
      await recordSightings(database, sightings, { everyMs: seenEveryMs });
    } catch (error) {
      // A sighting that is lost makes a theft look like a lost answer until the next one; try again with it.
      for (const [sessionId, sighting] of batch) add(sessionId, sighting);
      log.debug({ err: error }, "sightings wait for the database");
    }
  }

  function forgetDue(): void {
    const dueBefore = clock.now().getTime() - seenEveryMs;
    for (const [sessionId, at] of noted) {
      // In the order of their noting: whatever follows is younger.
      if (at > dueBefore) return;
      noted.delete(sessionId);
    }
  }

  return {
    /** Whether the session has not been noted for so long that its owner would see an old time. */
    isDue: (sessionId: string): boolean =>
      clock.now().getTime() - (noted.get(sessionId) ?? Number.NEGATIVE_INFINITY) >= seenEveryMs,

    note(sessionId: string, counter: number): void {
      const at = clock.now();
      noted.delete(sessionId);
      noted.set(sessionId, at.getTime());
      add(sessionId, { counter, at });
      timer ??= setTimeout(flush, flushAfterMs).unref();
    },
    flush,

    /** Waits until what was seen of one session is written; most times nothing was. */
    async settle(sessionId: string): Promise<void> {
      const beingWritten = [...writing.keys()].some((batch) => batch.has(sessionId));
      if (beingWritten || waiting.has(sessionId)) await flush();
    },
  };
}

export type Sightings = ReturnType<typeof createSightings>;

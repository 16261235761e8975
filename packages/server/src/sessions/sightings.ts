import type { Logger } from "pino";
import type { Database } from "../database/database.ts";
import * as queries from "./queries.ts";

const flushAfterMs = 500;

/**
 * Learns which refresh tokens were received: whoever presents an access token of turn `n` has the
 * answer that carried turn `n`. Written in batches off the request path; the refresh table needs it to
 * tell a lost answer from a stolen token.
 */
export function createSightings(deps: { database: Database; log: Logger }) {
  const { database, log } = deps;
  let waiting = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.size === 0) return;
    const batch = waiting;
    waiting = new Map();
    try {
      await queries.markSuccessorsUsed(
        database,
        [...batch].map(([sessionId, counter]) => ({ sessionId, counter })),
      );
    } catch (error) {
      // A sighting that is lost makes a theft look like a lost answer until the next one; try again with it.
      for (const [sessionId, counter] of batch)
        waiting.set(sessionId, Math.max(counter, waiting.get(sessionId) ?? 0));
      log.debug({ err: error }, "sightings wait for the database");
    }
  }

  return {
    note(sessionId: string, counter: number): void {
      waiting.set(sessionId, Math.max(counter, waiting.get(sessionId) ?? 0));
      timer ??= setTimeout(flush, flushAfterMs).unref();
    },
    flush,
  };
}

export type Sightings = ReturnType<typeof createSightings>;

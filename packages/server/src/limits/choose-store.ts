import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Config } from "../config/config.ts";
import type { OpenDatabase } from "../database/database.ts";
import { createPostgresCounters } from "./postgres-counters.ts";
import { createSharedCounters, type SharedCounters } from "./shared-counters.ts";

/** Redis where it is named, otherwise the database that several servers share; one process alone counts in its memory. */
export function chooseStore(
  { redisUrl, limits }: Pick<Config, "redisUrl" | "limits">,
  { database, clock, log }: { database: OpenDatabase; clock: Clock; log: Pick<Logger, "warn" | "info"> },
): SharedCounters | undefined {
  if (limits === "off") return undefined;
  if (redisUrl) {
    // Its client is not loaded where nobody needs it.
    return createSharedCounters(async () => {
      const { connectToRedis, createRedisCounters } = await import("./redis-counters.ts");
      return createRedisCounters(connectToRedis(redisUrl), clock);
    }, log);
  }
  if (database.kind === "pglite") return undefined;
  return createSharedCounters(async () => createPostgresCounters(database.db, clock), log);
}

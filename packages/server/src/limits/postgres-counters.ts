import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import * as queries from "./counter-queries.ts";
import type { Counter } from "./memory-counters.ts";
import { policies } from "./policies.ts";
import type { CounterStore } from "./shared-counters.ts";

const rowKey = ({ policy, key }: Counter) => `${policy} ${key}`;

/** Counters in the database that the nodes share. */
export function createPostgresCounters(database: Database, clock: Clock): CounterStore {
  return {
    name: "Postgres",
    // The database is open before anything else, and closed after everything.
    connect: async () => {},
    close: () => {},

    async take(counters) {
      const now = clock.now();
      const rows = await queries.takePoints(database, {
        keys: counters.map(rowKey),
        points: counters.map(({ policy }) => policies[policy].points),
        ends: counters.map(({ policy }) => new Date(now.getTime() + policies[policy].windowSeconds * 1000)),
        now,
      });
      const byKey = new Map(rows.map(({ key, used, endsAt }) => [key, { used, endsAt: endsAt.getTime() }]));
      return counters.flatMap((counter) => byKey.get(rowKey(counter)) ?? []);
    },

    async giveBack(counters) {
      for (const counter of counters) await queries.giveBackPoint(database, rowKey(counter), clock.now());
    },
  };
}

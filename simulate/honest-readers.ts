import { createAppReader } from "./app-reader.ts";
import { createBrowserReader } from "./browser-reader.ts";
import type { Facts } from "./facts.ts";
import { day, second } from "./virtual-time.ts";
import { keepVisiting } from "./visits.ts";
import { fromTimeToTime, register, type World } from "./world.ts";

export interface Size {
  readonly readers: number;
  readonly tabs: number;
  readonly days: number;
  /** Milliseconds between two restarts, on average. */
  readonly restartEvery: number;
  /** The same for replicas of Postgres that take over. */
  readonly failOverEvery: number;
}

const readerKinds = ["browser", "app", "browser", "bound", "browser", "guest", "browser", "browser"] as const;
const mostLagMs = 5 * second;

/** Readers who want nothing but to stay signed in, for weeks. */
export async function simulateReaders(world: World, size: Size): Promise<Facts> {
  const { time, random, facts, cluster } = world;
  for (let index = 0; index < size.readers; index++) {
    const who = `reader-${index}`;
    const readerKind = readerKinds[index % readerKinds.length];
    const { tabs } = size;
    const credentials = readerKind === "guest" ? undefined : await register(cluster, who);
    const reader =
      credentials && readerKind === "app"
        ? createAppReader(world, who, credentials)
        : createBrowserReader(world, who, { tabs, credentials, bound: readerKind === "bound" });
    keepVisiting(time, random.fork(`visits of ${who}`), reader.visitor);
  }
  const chance = random.fork("replication lag");
  fromTimeToTime(world, size.restartEvery, () => cluster.restart({ mayCrash: true }));
  if (cluster.nodes > 1)
    fromTimeToTime(world, size.failOverEvery, () => cluster.failOver(chance.between(second / 10, mostLagMs)));
  cluster.purgeDaily();
  await time.runUntil(time.now() + size.days * day);
  const counted = await cluster.countEvents();
  facts.recoveries = counted["refresh-recovered"] ?? 0;
  facts.fastForwards = counted["refresh-fast-forward"] ?? 0;
  return facts;
}

import { type Cluster, serverUrl, startCluster } from "./cluster.ts";
import type { Databases } from "./databases.ts";
import { createFacts, type Facts } from "./facts.ts";
import { createNetwork, type Network } from "./network.ts";
import { createRandom, type Random } from "./random.ts";
import { createVirtualTime, type VirtualTime } from "./virtual-time.ts";

/** What everybody in a simulation shares. */
export interface World {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly facts: Facts;
  readonly cluster: Cluster;
  readonly network: Network;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Runs one simulation on databases that may have seen others before it: each has a year of its own. */
export async function inWorld<Result>(
  { handles }: Databases,
  { seed, year }: { readonly seed: number; readonly year: number },
  simulate: (world: World) => Promise<Result>,
): Promise<Result> {
  const facts = createFacts();
  const random = createRandom(seed);
  const time = createVirtualTime(Date.UTC(year, 0, 4));
  const cluster = await startCluster({ time, facts, random: random.fork("cluster"), databases: handles });
  try {
    return await simulate({
      time,
      random,
      facts,
      cluster,
      network: createNetwork({ time, random, facts, cluster }),
    });
  } finally {
    await cluster.stop();
  }
}

/** Accidents come by chance, so often on average. */
export function fromTimeToTime({ time, random }: World, meanMs: number, act: () => void): void {
  const chance = random.fork(`every ${meanMs}`);
  const again = () =>
    time.after(meanMs * -Math.log(1 - chance.next()), () => {
      act();
      again();
    });
  again();
}

/** An account that can sign in; before the simulation begins to lose anything. */
export async function register(cluster: Cluster, who: string): Promise<Credentials> {
  const credentials = { email: `${who}@example.org`, password: "lantern orchard velvet nine" };
  const answer = await cluster.handle(
    new Request(`${serverUrl}/api/v1/auth/register`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: serverUrl },
      body: JSON.stringify({ ...credentials, name: who, delivery: "body" }),
    }),
  );
  if (!answer.ok) throw new Error(await answer.text());
  return credentials;
}

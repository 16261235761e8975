import { readerNetworkOf, widerNetworkOf } from "../network.ts";
import { createRecent } from "../recent.ts";
import type { Limiter, NodePolicyName, Taken } from "./limiter.ts";
import { type PolicyName, policies } from "./policies.ts";

/** All of /api. */
export const everyRequest = ["requests", "requests-wide"] as const satisfies readonly NodePolicyName[];

/** The same addresses ask again and again. */
const mostRemembered = 10_000;

/** Takes points of addresses from limits that this node counts for itself. */
export function createAddressLimits(limiter: Pick<Limiter, "takeAllHere">) {
  const remembered = createRecent<{ network: string; wider: string | undefined }>({
    maxEntries: mostRemembered,
  });

  function networksOf(address: string) {
    const known = remembered.get(address);
    if (known) return known;
    const networks = { network: readerNetworkOf(address), wider: widerNetworkOf(address) };
    remembered.put(address, networks);
    return networks;
  }

  return {
    /**
     * One of each, at once; of none where one is used up.
     *
     * @throws {TooManyRequestsError}
     */
    take(names: readonly NodePolicyName[], address: string): readonly Taken[] {
      const { network, wider } = networksOf(address);
      const counters: { policy: NodePolicyName; key: string }[] = [];
      for (const policy of names) {
        const key = isWide(policy) ? wider : network;
        if (key !== undefined) counters.push({ policy, key });
      }
      return limiter.takeAllHere(counters);
    },
  };
}

const isWide = (policy: PolicyName) => policies[policy].key === "wide-address";

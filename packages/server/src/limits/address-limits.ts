import { readerNetworkOf, widerNetworkOf } from "../network.ts";
import type { Limiter, NodePolicyName, Taken } from "./limiter.ts";
import { policies } from "./policies.ts";

/** All of /api. */
export const everyRequest = ["requests", "requests-wide"] as const satisfies readonly NodePolicyName[];

/**
 * Takes a point of an address from each of the limits that this node counts for itself, at once; from none where one is
 * used up.
 *
 * @throws {TooManyRequestsError}
 */
export function takeByAddress(
  limiter: Pick<Limiter, "takeAllHere">,
  names: readonly NodePolicyName[],
  address: string,
): readonly Taken[] {
  const network = readerNetworkOf(address);
  const wider = widerNetworkOf(address);
  return limiter.takeAllHere(
    names.flatMap((policy) => {
      const key = policies[policy].key === "wide-address" ? wider : network;
      return key === undefined ? [] : [{ policy, key }];
    }),
  );
}

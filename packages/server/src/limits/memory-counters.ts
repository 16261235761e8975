import type { Policy, PolicyName } from "./policies.ts";

/** What is counted under one policy for one key. */
export interface Counter<Name extends string = PolicyName> {
  readonly policy: Name;
  readonly key: string;
}

/** How much of a counter's window is used. */
export interface Use {
  readonly used: number;
  /** When the window ends, in milliseconds of the clock. */
  readonly endsAt: number;
  /** When a store that is shared refused another point, where it did. */
  readonly refusedAt?: number;
}

/**
 * So many keys of one policy are remembered, about 150 bytes each. Beyond them those go that nobody has asked about
 * for the longest time: whoever wants one to be forgotten has to use half as many other addresses, each of which has
 * points too, and who goes on asking is not forgotten.
 */
const mostKeys = 50_000;

/** Those of one policy, in two ages: what nobody asks about while the younger one fills up goes with the elder one. */
interface Ages {
  young: Map<string, Use>;
  old: Map<string, Use>;
  begunAt: number;
}

/** Counters in this process. Nothing is searched and no timer runs: a flood costs each request the same. */
export function createMemoryCounters<Name extends string>(
  policies: Readonly<Record<Name, Pick<Policy, "points" | "windowSeconds">>>,
  now: () => number,
  most: number = mostKeys,
) {
  const byPolicy = new Map<Name, Ages>();
  const windowOf = (policy: Name) => policies[policy].windowSeconds * 1000;

  function set({ policy, key }: Counter<Name>, use: Use): Use {
    const at = now();
    const ages = byPolicy.get(policy) ?? { young: new Map(), old: new Map(), begunAt: at };
    byPolicy.set(policy, ages);
    // After a window whatever is in the elder one has ended.
    if (ages.young.size >= most / 2 || at - ages.begunAt >= windowOf(policy)) {
      ages.old = ages.young;
      ages.young = new Map();
      ages.begunAt = at;
    }
    ages.young.set(key, use);
    return use;
  }

  /** @returns `undefined` where nothing is counted in a window that is not over */
  function find(counter: Counter<Name>): Use | undefined {
    const ages = byPolicy.get(counter.policy);
    if (!ages) return undefined;
    const young = ages.young.get(counter.key);
    const use = young ?? ages.old.get(counter.key);
    if (!use || use.endsAt <= now()) return undefined;
    return young ?? set(counter, use);
  }

  return {
    find,

    /** Counts one more, whatever is left. */
    count(counter: Counter<Name>): Use {
      const { used, endsAt } = find(counter) ?? { used: 0, endsAt: now() + windowOf(counter.policy) };
      return set(counter, { used: used + 1, endsAt });
    },

    giveBack(counter: Counter<Name>): void {
      const use = find(counter);
      if (!use) return;
      const { points } = policies[counter.policy];
      set(counter, { used: Math.max(0, Math.min(use.used, points) - 1), endsAt: use.endsAt });
    },

    /** What was counted elsewhere takes the place of what was counted here. */
    learn: (counter: Counter<Name>, use: Use) => void set(counter, use),
  };
}

export type MemoryCounters = ReturnType<typeof createMemoryCounters<PolicyName>>;

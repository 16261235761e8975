import type { Policy, PolicyName } from "./policies.ts";

/** What is counted under one policy for one key. */
export interface Counter<Name extends string = PolicyName> {
  readonly policy: Name;
  readonly key: string;
}

/** How much of a counter's window is used, when it was asked about. */
export interface Use {
  readonly used: number;
  /** When the window ends, in milliseconds of the clock. */
  readonly endsAt: number;
  /** When a store that is shared refused another point, where it did. */
  readonly refusedAt?: number | undefined;
}

/**
 * So many keys of one policy are remembered, about 150 bytes each. Beyond them those go that nobody has asked about
 * for the longest time: whoever wants one to be forgotten has to use half as many other addresses, each of which has
 * points too, and who goes on asking is not forgotten.
 */
const mostKeys = 50_000;

/** A counter as it is kept: it changes in its place, so that whoever asks again leaves nothing to be collected. */
interface Kept {
  used: number;
  endsAt: number;
  refusedAt: number | undefined;
}

/** Those of one policy, in two ages: what nobody asks about while the younger one fills up goes with the elder one. */
interface Ages {
  young: Map<string, Kept>;
  old: Map<string, Kept>;
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

  function keep({ policy, key }: Counter<Name>, kept: Kept, at: number): Kept {
    const ages = byPolicy.get(policy) ?? { young: new Map(), old: new Map(), begunAt: at };
    byPolicy.set(policy, ages);
    // After a window whatever is in the elder one has ended.
    if (ages.young.size >= most / 2 || at - ages.begunAt >= windowOf(policy)) {
      ages.old = ages.young;
      ages.young = new Map();
      ages.begunAt = at;
    }
    ages.young.set(key, kept);
    return kept;
  }

  function findKept(counter: Counter<Name>, at: number): Kept | undefined {
    const ages = byPolicy.get(counter.policy);
    if (!ages) return undefined;
    const young = ages.young.get(counter.key);
    const kept = young ?? ages.old.get(counter.key);
    if (!kept || kept.endsAt <= at) return undefined;
    return young ?? keep(counter, kept, at);
  }

  return {
    /** @returns `undefined` where nothing is counted in a window that is not over */
    find(counter: Counter<Name>): Use | undefined {
      const kept = findKept(counter, now());
      return kept && asUse(kept);
    },

    /** Counts one more, whatever is left. */
    count(counter: Counter<Name>): Use {
      const at = now();
      const kept =
        findKept(counter, at) ??
        keep(counter, { used: 0, endsAt: at + windowOf(counter.policy), refusedAt: undefined }, at);
      kept.used += 1;
      kept.refusedAt = undefined;
      return asUse(kept);
    },

    giveBack(counter: Counter<Name>): void {
      const kept = findKept(counter, now());
      if (!kept) return;
      const { points } = policies[counter.policy];
      kept.used = Math.max(0, Math.min(kept.used, points) - 1);
      kept.refusedAt = undefined;
    },

    /** What was counted elsewhere takes the place of what was counted here. */
    learn(counter: Counter<Name>, { used, endsAt, refusedAt }: Use): void {
      keep(counter, { used, endsAt, refusedAt }, now());
    },
  };
}

/** What is kept changes while somebody waits. */
const asUse = ({ used, endsAt, refusedAt }: Kept): Use => ({ used, endsAt, refusedAt });

export type MemoryCounters = ReturnType<typeof createMemoryCounters<PolicyName>>;

// The one limiter. Every number it counts by stands in policies.ts. See docs/decisions/038-limits.md.

import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import { type SpentLimit, TooManyRequestsError } from "./errors.ts";
import { type Counter, createMemoryCounters, type Use } from "./memory-counters.ts";
import { type PolicyName, policies } from "./policies.ts";
import type { SharedCounters } from "./shared-counters.ts";

/** A point that was taken. */
export interface Taken extends Counter {
  readonly remaining: number;
  /** How long its window lasts, in milliseconds. */
  readonly resetMs: number;
}

export interface LimiterDeps {
  readonly clock: Clock;
  readonly log: Pick<Logger, "warn">;
  /** `false` counts nothing and refuses nobody. */
  readonly enabled: boolean;
  /** Where several nodes count together; without it this process counts alone. */
  readonly shared: SharedCounters | undefined;
}

/**
 * What is used up is refused for so long without asking the shared store again. Not until its window ends: on another
 * node a sign-in may succeed and give its point back.
 */
const trustRefusalMs = 1000;

/**
 * Counts in windows that begin with the first request. A point is taken before the work, so that what comes at once
 * never passes the limit; a request that is refused counts nowhere. While the shared store is away, this node goes on
 * from what it knows of it.
 */
export function createLimiter({ clock, log, enabled, shared }: LimiterDeps) {
  const now = () => clock.now().getTime();
  const memory = createMemoryCounters(policies, now);
  const ceilingsToldUntil = new Map<PolicyName, number>();
  const isShared = ({ policy }: Counter) => shared !== undefined && policies[policy].store === "shared";

  function show({ policy, key }: Counter, { used, endsAt }: Use): Taken {
    const remaining = Math.max(0, policies[policy].points - used);
    return { policy, key, remaining, resetMs: Math.max(0, endsAt - now()) };
  }

  /** Of several limits that are used up, the one that lasts longest says how long to wait. */
  function refuseIfAny(spent: readonly { counter: Counter; use: Use }[]): void {
    const [last] = spent.toSorted((one, other) => other.use.endsAt - one.use.endsAt);
    if (last) refuse(last.counter, last.use);
  }

  function refuse(counter: Counter, use: Use): never {
    throw new TooManyRequestsError(describeSpent(counter, use));
  }

  function describeSpent({ policy }: Counter, { endsAt }: Use): SpentLimit {
    if (policies[policy].key === "server" && (ceilingsToldUntil.get(policy) ?? 0) <= now()) {
      ceilingsToldUntil.set(policy, endsAt);
      log.warn({ policy, points: policies[policy].points }, "a limit of the whole server is used up");
    }
    return {
      policy: { name: policy, ...policies[policy] },
      resetAt: new Date(endsAt),
      retryAfterMs: Math.max(1, endsAt - now()),
    };
  }

  function listSpent(counters: readonly Counter[], isSpent: (use: Use) => boolean) {
    return counters.flatMap((counter) => {
      const use = memory.find(counter);
      const spent = use !== undefined && use.used >= policies[counter.policy].points && isSpent(use);
      return spent ? [{ counter, use }] : [];
    });
  }

  /** What the shared store has said lately. */
  const isTrusted = ({ refusedAt = 0 }: Use) => now() - refusedAt < trustRefusalMs;

  /** All of them or none. */
  function takeAllHere(counters: readonly Counter[]): Taken[] {
    if (counters.some(isSpentHere)) refuseIfAny(listSpent(counters, () => true));
    return counters.map((counter) => show(counter, memory.count(counter)));
  }

  function isSpentHere(counter: Counter): boolean {
    return (memory.find(counter)?.used ?? 0) >= policies[counter.policy].points;
  }

  async function takeAllShared(store: SharedCounters, counters: readonly Counter[]): Promise<Taken[]> {
    refuseIfAny(listSpent(counters, isTrusted));
    const uses = await store.take(counters);
    if (!uses) return takeAllHere(counters);
    const counted = counters.flatMap((counter, index) => {
      const use = uses[index];
      return use ? [{ counter, use, isRefused: use.used > policies[counter.policy].points }] : [];
    });
    for (const { counter, use, isRefused } of counted)
      memory.learn(counter, isRefused ? { ...use, refusedAt: now() } : use);
    const refused = counted.filter(({ isRefused }) => isRefused);
    if (refused.length > 0) {
      await giveBackAll(counted.flatMap(({ counter, isRefused }) => (isRefused ? [] : [counter])));
      refuseIfAny(refused);
    }
    return counted.map(({ counter, use }) => show(counter, use));
  }

  /** @throws {TooManyRequestsError} then no point is taken where what succeeds gives its point back */
  async function takeAll(counters: readonly Counter[]): Promise<readonly Taken[]> {
    if (!enabled) return [];
    const here = takeAllHere(counters.filter((counter) => !isShared(counter)));
    const there = counters.filter(isShared);
    return shared && there.length > 0 ? [...here, ...(await takeAllShared(shared, there))] : here;
  }

  async function giveBackAll(counters: readonly Counter[]): Promise<void> {
    // What was taken in a window that is over is not given to the next one.
    const counted = counters.filter((counter) => memory.find(counter) !== undefined);
    for (const counter of counted) memory.giveBack(counter);
    const there = counted.filter(isShared);
    if (there.length > 0) await shared?.giveBack(there);
  }

  function unlimited(policy: PolicyName, key: string): Taken {
    return { policy, key, remaining: policies[policy].points, resetMs: 0 };
  }

  return {
    takeAll,
    giveBackAll,

    /** @throws {TooManyRequestsError} */
    async take(policy: PolicyName, key: string): Promise<Taken> {
      const [taken] = await takeAll([{ policy, key }]);
      return taken ?? unlimited(policy, key);
    },

    /** After what succeeded, where a policy counts failures. */
    giveBack: (policy: PolicyName, key: string) => giveBackAll([{ policy, key }]),

    /** At once, from what this node knows: what a counter that is used up refuses with. Takes nothing. */
    findSpent(counter: Counter): SpentLimit | undefined {
      const use = enabled ? memory.find(counter) : undefined;
      if (use === undefined || use.used < policies[counter.policy].points) return undefined;
      return isShared(counter) && !isTrusted(use) ? undefined : describeSpent(counter, use);
    },

    /** At once, all of them or none, for policies whose store is `node`. @throws {TooManyRequestsError} */
    takeAllHere: (counters: readonly Counter<NodePolicyName>[]): readonly Taken[] =>
      enabled ? takeAllHere(counters) : [],

    /** At once, for a policy whose store is `node`. @throws {TooManyRequestsError} */
    takeHere(policy: NodePolicyName, key: string): Taken {
      const [taken] = enabled ? takeAllHere([{ policy, key }]) : [];
      return taken ?? unlimited(policy, key);
    },
  };
}

/** Those that each node counts for itself. */
export type NodePolicyName = {
  [name in PolicyName]: (typeof policies)[name]["store"] extends "node" ? name : never;
}[PolicyName];

export type Limiter = ReturnType<typeof createLimiter>;

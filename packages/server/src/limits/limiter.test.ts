import { beforeEach, expect, test, vi } from "vitest";
import { TooManyRequestsError } from "./errors.ts";
import { createLimiter } from "./limiter.ts";
import { createMemoryCounters } from "./memory-counters.ts";
import { policies } from "./policies.ts";
import { type CounterStore, createSharedCounters } from "./shared-counters.ts";

let at = 0;
const clock = { now: () => new Date(at) };
const log = { warn: vi.fn(), info: vi.fn() };
beforeEach(() => {
  at = Date.parse("2026-11-21T12:00:00Z");
  log.warn.mockClear();
  log.info.mockClear();
});

const alone = () => createLimiter({ clock, log, enabled: true, shared: undefined });

async function count(tries: number, take: () => Promise<unknown>): Promise<number> {
  const outcomes = await Promise.allSettled(Array.from({ length: tries }, take));
  for (const outcome of outcomes)
    if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(TooManyRequestsError);
  return outcomes.filter(({ status }) => status === "fulfilled").length;
}

/** A store that counts as the real ones do, and can be cut off. */
function sharedStore() {
  const counters = createMemoryCounters(policies, () => at);
  const state = { cutOff: false, silent: false, asked: 0 };
  const reach = async () => {
    state.asked += 1;
    if (state.cutOff) throw new Error("connect ECONNREFUSED 127.0.0.1:6379");
    if (state.silent) await new Promise(() => {});
  };
  const store: CounterStore = {
    name: "Redis",
    connect: reach,
    take: async (wanted) => {
      await reach();
      return wanted.map((counter) => {
        const use = counters.find(counter);
        const { points } = policies[counter.policy];
        return use && use.used >= points ? { ...use, used: points + 1 } : counters.count(counter);
      });
    },
    giveBack: async (taken) => {
      await reach();
      for (const counter of taken) counters.giveBack(counter);
    },
    close: () => {},
  };
  return { state, store };
}

async function node(store: CounterStore) {
  const shared = createSharedCounters(async () => store, log);
  await shared.start();
  return createLimiter({ clock, log, enabled: true, shared });
}

test("a refusal says which limit, how long and until when, and waiting so long is enough", async () => {
  const limiter = alone();
  at += 250;
  for (let turn = 0; turn < 10; turn += 1)
    expect(await limiter.take("login", "a")).toMatchObject({ remaining: 9 - turn });
  at += 20_000;
  const refusal = await limiter.take("login", "a").catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    code: "too-many-requests",
    facts: { limit: 10, remaining: 0, retryAfterMs: 40_000, policy: { name: "login" } },
  });
  at += 40_000;
  expect(await limiter.take("login", "a")).toMatchObject({ remaining: 9 });
});

test("who is refused by one limit uses up none of the others", async () => {
  const limiter = alone();
  const both = () =>
    limiter.takeAll([
      { policy: "register", key: "a" },
      { policy: "register-server", key: "all" },
    ]);
  expect(await count(1000, both)).toBe(20);
  expect(await limiter.take("register-server", "all")).toMatchObject({ remaining: 600 - 21 });
});

test("what is given back in the next window does not make it longer", async () => {
  const limiter = alone();
  for (let turn = 0; turn < 10; turn += 1) await limiter.take("login", "a");
  at += 60_000;
  for (let turn = 0; turn < 10; turn += 1) await limiter.giveBack("login", "a");
  expect(await count(30, () => limiter.take("login", "a"))).toBe(10);
});

test("tries that were refused while others were on their way do not keep their successes from counting", async () => {
  const { store } = sharedStore();
  for (const limiter of [alone(), await node(store)]) {
    expect(await count(300, () => limiter.take("login", "school"))).toBe(10);
    for (let turn = 0; turn < 10; turn += 1) await limiter.giveBack("login", "school");
    expect(await count(30, () => limiter.take("login", "school"))).toBe(10);
  }
});

test("the log says once in a window that everybody together has used up a limit", async () => {
  const limiter = alone();
  expect(await count(700, () => limiter.take("register-server", "all"))).toBe(600);
  expect(log.warn).toHaveBeenCalledExactlyOnceWith(
    { policy: "register-server", points: 600 },
    expect.any(String),
  );
  at += 60_000;
  expect(await count(700, () => limiter.take("register-server", "all"))).toBe(600);
  expect(log.warn).toHaveBeenCalledTimes(2);
});

test("two nodes count together, and whoever is used up costs the store one question a second", async () => {
  const { state, store } = sharedStore();
  const nodes = [await node(store), await node(store)];
  let turn = 0;
  expect(await count(100, () => (nodes[turn++ % 2] ?? alone()).take("login", "a"))).toBe(10);
  const asked = state.asked;
  for (let later = 0; later < 30; later += 1) {
    at += 100;
    expect(await count(1, () => (nodes[0] ?? alone()).take("login", "a"))).toBe(0);
  }
  expect(state.asked - asked).toBe(3);
});

test("a store that goes away opens nothing and closes nothing: each node goes on from what it knows", async () => {
  const { state, store } = sharedStore();
  const limiter = await node(store);
  expect(await count(6, () => limiter.take("login", "a"))).toBe(6);
  state.cutOff = true;
  expect(await count(100, () => limiter.take("login", "a"))).toBe(4);
  expect(await count(100, () => limiter.take("login", "b"))).toBe(10);
  expect(log.warn).toHaveBeenCalledExactlyOnceWith(
    { store: "Redis", reason: "connect ECONNREFUSED 127.0.0.1:6379" },
    expect.any(String),
  );
});

test("a store that says nothing is waited for once, and asked again until it answers", async () => {
  const { state, store } = sharedStore();
  const limiter = await node(store);
  state.silent = true;
  expect(await count(1, () => limiter.take("login", "a"))).toBe(1);
  const asked = state.asked;
  expect(await count(50, () => limiter.take("login", "b"))).toBe(10);
  // One of them may have been the one that tries again.
  expect(state.asked - asked).toBeLessThanOrEqual(1);
  state.silent = false;
  await vi.waitFor(async () => {
    await limiter.take("guest", crypto.randomUUID());
    expect(log.info).toHaveBeenCalledOnce();
  });
  expect(log.warn).toHaveBeenCalledOnce();
});

test("a server whose limits are off counts nothing", async () => {
  const limiter = createLimiter({ clock, log, enabled: false, shared: undefined });
  expect(await count(50, () => limiter.take("login", "a"))).toBe(50);
  for (let turn = 0; turn < 20_000; turn += 1) limiter.takeHere("requests", "a");
});

test("what is known to be used up can be refused without taking anything", async () => {
  const limiter = alone();
  const counter = { policy: "register", key: "203.0.113.1" } as const;
  const { points, windowSeconds } = policies.register;
  for (let point = 0; point < points; point += 1) {
    expect(limiter.findSpent(counter)).toBeUndefined();
    await limiter.take(counter.policy, counter.key);
  }
  expect(limiter.findSpent(counter)).toMatchObject({
    policy: { name: "register", points },
    retryAfterMs: windowSeconds * 1000,
  });
  at += windowSeconds * 1000;
  expect(limiter.findSpent(counter)).toBeUndefined();
});

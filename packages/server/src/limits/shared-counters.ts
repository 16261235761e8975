import type { Logger } from "pino";
import type { Counter, Use } from "./memory-counters.ts";

/** Counters that several nodes share. It throws whatever goes wrong; {@link createSharedCounters} decides what then. */
export interface CounterStore {
  /** For the log. */
  readonly name: "Postgres" | "Redis";
  /** Rejects where it cannot be reached yet; it goes on trying by itself. */
  connect(): Promise<void>;
  /**
   * Takes a point from each counter that has one left, at once for whoever comes at the same time.
   *
   * @returns in the order of the counters; `used` above the policy's points where nothing was left
   */
  take(counters: readonly Counter[]): Promise<readonly Use[]>;
  giveBack(counters: readonly Counter[]): Promise<void>;
  close(): void;
}

/** Slower than that it might as well be away: a sign-in waits for it. A burst may keep it busy for less. */
const waitMs = 1_000;
const firstWaitMs = 3_000;
/** While it is away one request after so long finds out whether it is back; the others do not wait. */
const tryAgainAfterMs = 500;

/**
 * A store that may be away: whoever asks is told so at once, and the log once when it goes and once when it comes back.
 *
 * @param open - makes the store, at the start
 */
export function createSharedCounters(open: () => Promise<CounterStore>, log: Pick<Logger, "warn" | "info">) {
  let store: CounterStore | undefined;
  let away = false;
  let tryAgainAt = 0;

  async function attempt<T>(
    work: (store: CounterStore) => Promise<T>,
    limitMs = waitMs,
  ): Promise<T | undefined> {
    if (!store || (away && performance.now() < tryAgainAt)) return undefined;
    // Nobody else tries while this one does.
    tryAgainAt = performance.now() + limitMs + tryAgainAfterMs;
    const { name } = store;
    try {
      const result = await inTime(work(store), limitMs);
      if (away) log.info({ store: name }, "the store of the limits is back: the nodes count together again");
      away = false;
      return result;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (!away)
        log.warn({ store: name, reason }, "the store of the limits is away: each node counts for itself");
      away = true;
      tryAgainAt = performance.now() + tryAgainAfterMs;
      return undefined;
    }
  }

  return {
    /** A store that is away keeps no server from starting. */
    async start(): Promise<void> {
      store = await open();
      await attempt((opened) => opened.connect(), firstWaitMs);
    },

    /** @returns `undefined` while the store is away */
    take: (counters: readonly Counter[]) => attempt((opened) => opened.take(counters)),
    giveBack: (counters: readonly Counter[]) => attempt((opened) => opened.giveBack(counters)),

    stop(): void {
      store?.close();
      store = undefined;
    },
  };
}

/** An answer that has arrived by then, while this process was busy, is in time. */
async function inTime<T>(work: Promise<T>, limitMs: number): Promise<T> {
  const { promise: silence, reject } = Promise.withResolvers<never>();
  const giveUp = () => reject(new Error(`no answer within ${limitMs} ms`));
  const timer = setTimeout(() => setImmediate(giveUp), limitMs);
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}

export type SharedCounters = ReturnType<typeof createSharedCounters>;

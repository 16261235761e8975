import { getCompileCacheDir } from "node:module";
import { Worker } from "node:worker_threads";
import { ServerBusyError } from "./errors.ts";
import type { Hashed, HashJob, Verified, VerifyJob } from "./hash-jobs.ts";

interface Waiting {
  readonly job: HashJob | VerifyJob;
  resolve(result: Hashed | Verified): void;
  reject(error: Error): void;
}

interface Thread {
  readonly worker: Worker;
  /** What it works on. */
  current: Waiting | undefined;
}

/** What crowds come for: as many as there are places are let in, and take them when they get so far. */
export interface HashingPlaces {
  /**
   * When those who wait will be done, where nobody else is let in: every place is taken, or will be by who is inside.
   * `undefined` while somebody may be let in, now or as soon as somebody leaves who needs no place.
   */
  busyForMs(): number | undefined;
  /** @returns what is to be called on leaving; `undefined` while as many are inside as there are places */
  enter(): (() => void) | undefined;
}

const minRetryAfterMs = 1_000;
/** Until the first job says more: cost 12 on a core of 2026. */
const expectedJobMs = 300;

/**
 * Threads of their own that hash passwords, with a bounded number of jobs waiting. The event loop never hashes,
 * and files and name look-ups, which use libuv's threads, never wait for a hash. A thread is started when
 * there is work for it.
 *
 * @see docs/decisions/024-passwords-in-threads-of-their-own.md
 */
export function createHashPool({ threads: size, maxWaiting }: { threads: number; maxWaiting: number }) {
  const threads = new Set<Thread>();
  const waiting: Waiting[] = [];
  const places = size + maxWaiting;
  /** Who was let in because they may need a place. */
  let inside = 0;
  let usualMs = expectedJobMs;
  let closed = false;

  function startThread(): Thread {
    const worker = new Worker(new URL("./hash-thread.mjs", import.meta.url), {
      workerData: { compiled: getCompileCacheDir() },
      // What the server was started with, such as a module to load first, is not for this thread.
      execArgv: [],
      // It holds one password at a time; hashing takes its memory elsewhere.
      resourceLimits: { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 4 },
    });
    const thread: Thread = { worker, current: undefined };
    threads.add(thread);
    worker.unref();
    worker.on("message", (result: Hashed | Verified) => finish(thread, (job) => job.resolve(result)));
    worker.on("error", (error: Error) => {
      threads.delete(thread);
      finish(thread, (job) => job.reject(error));
    });
    worker.on("exit", () => {
      threads.delete(thread);
      finish(thread, (job) => job.reject(new Error("The thread that hashed a password has ended.")));
    });
    return thread;
  }

  function finish(thread: Thread, settle: (job: Waiting) => void): void {
    const done = thread.current;
    thread.current = undefined;
    thread.worker.unref();
    if (done) settle(done);
    startNext();
  }

  function startNext(): void {
    if (closed || waiting.length === 0) return;
    const idle =
      [...threads].find(({ current }) => current === undefined) ??
      (threads.size < size ? startThread() : undefined);
    const next = idle && waiting.shift();
    if (!next) return;
    idle.current = next;
    // The process must not end under somebody who waits.
    idle.worker.ref();
    idle.worker.postMessage(next.job);
  }

  const taken = () => [...threads].filter(({ current }) => current !== undefined).length + waiting.length;
  const isFull = () => closed || taken() >= places;
  const untilFreeMs = () => Math.max(minRetryAfterMs, (usualMs * waiting.length) / size);

  function requirePlace(): void {
    if (isFull()) throw new ServerBusyError(untilFreeMs());
  }

  function run(job: HashJob): Promise<Hashed>;
  function run(job: VerifyJob): Promise<Verified>;
  async function run(job: HashJob | VerifyJob): Promise<Hashed | Verified> {
    requirePlace();
    const { promise, resolve, reject } = Promise.withResolvers<Hashed | Verified>();
    waiting.push({ job, resolve, reject });
    startNext();
    const result = await promise;
    usualMs += (result.tookMs - usualMs) / 8;
    return result;
  }

  return {
    /** @throws {ServerBusyError} when every place is taken; it says when those who wait will be done */
    run,

    /**
     * For a request that will need a hash: it is turned away before it costs anything else.
     *
     * @throws {ServerBusyError} as {@link run}
     */
    requirePlace,

    /** For whoever decides who is let in at all. */
    places: {
      busyForMs: () => (isFull() || (inside >= places && taken() > places / 2) ? untilFreeMs() : undefined),

      enter(): (() => void) | undefined {
        if (inside >= places) return undefined;
        inside += 1;
        return () => {
          inside -= 1;
        };
      },
    },

    /** Ends the threads. Jobs that run or wait fail. */
    async close(): Promise<void> {
      closed = true;
      for (const { reject } of waiting.splice(0)) reject(new ServerBusyError(minRetryAfterMs));
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

export type HashPool = ReturnType<typeof createHashPool>;

import { ServerBusyError } from "./errors.ts";

const retryAfterMs = 2_000;

/**
 * Lets a few hashes run at once and a bounded number wait. Hashing shares libuv's four threads with
 * files and name look-ups, and a flood of logins must neither starve these nor pile up in memory.
 */
export function createHashQueue(options: { concurrency: number; maxWaiting: number }) {
  let free = options.concurrency;
  const waiting: (() => void)[] = [];

  return {
    /** @throws {ServerBusyError} when every place is taken */
    async run<T>(work: () => Promise<T>): Promise<T> {
      if (free > 0) free -= 1;
      else {
        if (waiting.length >= options.maxWaiting) throw new ServerBusyError(retryAfterMs);
        await new Promise<void>((start) => waiting.push(start));
      }
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else free += 1;
      }
    },
  };
}

export type HashQueue = ReturnType<typeof createHashQueue>;

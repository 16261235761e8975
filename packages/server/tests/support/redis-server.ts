import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "../../../../scripts/free-port.ts";
import { type SupervisedProcess, startSupervised } from "../../../../scripts/supervised-process.ts";
import { waitUntil } from "../../../../scripts/wait-until.ts";

const startTimeoutMs = 60_000;

/** A Redis of its own for one file of tests. */
export interface RedisServer {
  readonly url: string;
  /** At the same address, empty. */
  start(): Promise<void>;
  /** Ends it as a crash would: nobody is told. */
  stop(): Promise<void>;
}

/**
 * Starts the Redis that Debian has installed, on a free port of the loopback, with a password and no file.
 *
 * @throws {Error} when the package `redis-server` is missing or the server does not come up in 10 s
 */
export async function startRedisServer(): Promise<RedisServer> {
  const port = await findFreePort();
  const password = randomBytes(16).toString("hex");
  const settings = ["--bind", "127.0.0.1", "--port", String(port), "--save", "", "--requirepass", password];
  let running: SupervisedProcess | undefined;

  async function start(): Promise<void> {
    const directory = mkdtempSync(join(tmpdir(), "bookplate-redis-"));
    const started = startSupervised(["redis-server", ...settings], { directory, stopSignal: "TERM" });
    running = started;
    await waitUntil("Redis", startTimeoutMs, async () => {
      if (started.hasEnded()) throw new Error(`Redis did not start.\n${started.output()}`);
      return started.output().includes("Ready to accept connections") || undefined;
    });
  }

  await start();
  return {
    url: `redis://:${password}@127.0.0.1:${port}`,
    start,
    stop: async () => {
      await running?.stop();
    },
  };
}

import pg from "pg";
import { type Db, fromKysely, fromPglite, type JobResult, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { uuidv7 } from "../uuid.ts";
import type { OpenDatabase, Transaction } from "./database.ts";
import { listen } from "./listener.ts";

/** Any number; it names "the jobs are being started" among advisory locks. */
const startLock = 786_002;

/** A notification wakes a worker at once; should one be lost, nobody waits longer than this. */
const polling = {
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 2,
  // A queue that has filled up, for instance while the database was away, is worked off without pauses.
  batchSize: 20,
  burstWhenBatchFull: true,
  // A job that fails is tried again alone.
  perJobResults: true as const,
};

/** Workers ask at least every two seconds, so whoever failed longer ago than this has succeeded since. */
const failureCountsMs = 10_000;

export interface JobKind {
  readonly name: string;
  /** A cron expression (UTC) for work that comes around by itself, on one node at a time. */
  readonly schedule?: string;
  /** One runs and one waits, whatever is sent; for work that finds by itself what is to be done. */
  readonly oneAtATime?: boolean;
  readonly retryLimit?: number;
  /** Seconds before the first retry; doubles with each one. */
  readonly retryDelay?: number;
  readonly retryDelayMax?: number;
  /** When a job that nobody ends counts as lost with its process, and is done again. Without it a quarter of an hour. */
  readonly expireInSeconds?: number;
}

export interface Jobs {
  /** Declares a queue and what works on it. Before `start`. */
  define(kind: JobKind, work: (data: Record<string, string>) => Promise<void>): void;
  /**
   * The job exists exactly when the transaction commits. A command, which starts no jobs, sends none: whoever works on
   * them looks by itself before long.
   */
  send(trx: Transaction, name: string, data: Record<string, string>): Promise<void>;
  start(): Promise<void>;
  /** `failing`: started, but lately a worker could not ask for work. */
  state(): "running" | "failing" | "stopped";
  /** Lets running work finish, within a few seconds. */
  stop(): Promise<void>;
}

/** Work outside of requests, in the same database, so that it commits and vanishes with what caused it. */
export function createJobs(database: OpenDatabase, log: Logger): Jobs {
  const boss = new PgBoss({
    ...(database.kind === "pglite"
      ? { db: fromPglite(database.pglite), backend: "pglite" as const }
      : { db: postgresDriver(database) }),
    useListenNotify: true,
  });
  let started = false;
  let running = false;
  let failedAt = Number.NEGATIVE_INFINITY;
  boss.on("error", (error) => {
    failedAt = performance.now();
    log.error({ err: error }, "background jobs cannot reach the database");
  });
  const defined: { kind: JobKind; work: (data: Record<string, string>) => Promise<void> }[] = [];

  return {
    define: (kind, work) => {
      defined.push({ kind, work });
    },
    send: async (trx, name, data) => {
      if (!started) return;
      await boss.send(name, data, { db: fromKysely(trx.withoutPlugins()) });
    },
    start: async () => {
      started = true;
      await oneNodeAtATime(database, async () => {
        await boss.start();
        for (const { kind } of defined) {
          const { name, schedule: _, oneAtATime, ...retries } = kind;
          const policy = oneAtATime ? "stately" : "standard";
          await boss.createQueue(name, { ...retries, policy, retryBackoff: true, notify: true });
        }
      });
      await releaseJobs(database);
      for (const { kind, work } of defined) {
        const { name, schedule } = kind;
        // Cancelling a job that does not exist fills pg-boss's cache of queues. Without that, a first `send`
        // inside a transaction would look the queue up on the one embedded connection, which the
        // transaction holds, and wait for ever.
        await boss.cancel(name, uuidv7());
        if (schedule !== undefined) await boss.schedule(name, schedule);
        await boss.work<Record<string, string>>(name, polling, async (jobs) => {
          const results: JobResult[] = [];
          for (const { id, data } of jobs) results.push({ id, ...(await outcomeOf(() => work(data ?? {}))) });
          return results;
        });
      }
      running = true;
    },
    state: () => {
      if (!running) return "stopped";
      return performance.now() - failedAt < failureCountsMs ? "failing" : "running";
    },
    stop: async () => {
      running = false;
      await boss.stop({ graceful: true, timeout: 5_000, close: false });
    },
  };
}

/** Stored with the job: of an error only what it says, because drivers hang a statement's parameters on it. */
async function outcomeOf(work: () => Promise<void>): Promise<Omit<JobResult, "id">> {
  try {
    await work();
    return { status: "completed" };
  } catch (error) {
    return { status: "failed", output: { message: error instanceof Error ? error.message : String(error) } };
  }
}

/** No other process works on an embedded database: what was being done when the last one ended is to be done. */
async function releaseJobs(database: OpenDatabase): Promise<void> {
  if (database.kind !== "pglite") return;
  await database.pglite.query("update pgboss.job set state = 'retry' where state = 'active'");
}

/** Two nodes that make pg-boss's schema at the same moment trip over each other; the embedded database has one. */
async function oneNodeAtATime(database: OpenDatabase, work: () => Promise<void>): Promise<void> {
  if (database.kind === "pglite") return work();
  // Within a transaction: a pooler would keep the connection, and with it a lock that is the connection's own.
  const client = new pg.Client({ connectionString: database.directUrl.reveal() });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [startLock]);
    await work();
  } finally {
    await client.end();
  }
}

/**
 * pg-boss on our own connections. Its own listener stops looking after a broken connection at the first
 * error, and the second one ends the process.
 */
function postgresDriver({ pool, directUrl }: Extract<OpenDatabase, { kind: "postgres" }>): Db {
  return {
    executeSql: (text, values) => pool.query(text, values),
    listen: (channel, notification, connected) => listen(directUrl, channel, { notification, connected }),
  };
}

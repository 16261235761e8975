import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { KyselyPlugin } from "kysely";
import type { Clock } from "../packages/server/src/clock.ts";
import { loadConfig } from "../packages/server/src/config/load.ts";
import { type Context, createContext } from "../packages/server/src/context.ts";
import type { Database, OpenDatabase } from "../packages/server/src/database/database.ts";
import { migrateToLatest } from "../packages/server/src/database/migrate.ts";
import { createLog } from "../packages/server/src/log.ts";
import { openTransport } from "../packages/server/src/mail/open-transport.ts";
import { createAnswer } from "./answer.ts";
import * as queries from "./cluster-queries.ts";
import type { Facts } from "./facts.ts";
import type { Random } from "./random.ts";
import { outsideTabs } from "./tab-globals.ts";
import { day, second, type VirtualTime } from "./virtual-time.ts";

/** Where the simulated browsers find the server. */
export const serverUrl = "http://localhost:7860";

/** Sightings are written this long after they were made, at the latest. */
const flushAfterMs = 500;
const downMs = { least: 2 * second, most: 20 * second };

interface Node {
  readonly skewMs: number;
  readonly database: OpenDatabase;
  /** What its connections notice when they are opened anew. */
  tellTakeover: () => void;
  running: RunningNode | undefined;
}

interface RunningNode {
  readonly context: Context;
  readonly answer: (request: Request) => Promise<Response>;
  /** Set where the process is gone: nothing that it still meant to do happens. */
  gone: boolean;
  flushing: boolean;
  handling: number;
  /** Ends the process in the middle of its next request, after so many turns of the event loop. */
  crashAfter: number | undefined;
}

export interface ClusterOptions {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly facts: Facts;
  /** One database handle for each node. */
  readonly databases: readonly OpenDatabase[];
}

/** The real server, in one or two nodes whose clocks differ, without sockets: its nodes stop, crash and come back. */
export async function startCluster({ time, random, facts, databases }: ClusterOptions) {
  const directory = mkdtempSync(join(tmpdir(), "bookplate-simulation-"));
  mkdirSync(join(directory, "build"));
  const config = loadConfig({
    PORT: new URL(serverUrl).port,
    BOOKPLATE_SECRET: "the-secret-of-the-simulation-and-of-nothing-else",
    BOOKPLATE_DATA_DIR: directory,
    BOOK_DIR: directory,
    BCRYPT_COST: "10",
    EMAIL_VERIFICATION: "off",
    LIMITS: "off",
    LOG_LEVEL: "fatal",
  });
  const log = createLog(config.logLevel);
  let beforeNextRefresh: (() => Promise<void>) | undefined;
  const nodes: Node[] = databases.map((database, index) => ({
    database,
    skewMs: index * second,
    tellTakeover: () => {},
    running: undefined,
  }));
  const first = databases[0];
  if (first === undefined) throw new Error("A cluster needs a database.");
  await migrateToLatest(first.db);
  for (const node of nodes) await boot(node);

  async function boot(node: Node): Promise<void> {
    const clock: Clock = { now: () => new Date(time.now() + node.skewMs) };
    const { transport } = await openTransport(config.mail, { directory, clock });
    let running: RunningNode | undefined;
    const fuse: KyselyPlugin = {
      transformQuery: ({ node: query }) => {
        if (running?.gone) throw new Error("This process is gone.");
        return query;
      },
      transformResult: async ({ result }) => {
        if (running?.gone) throw new Error("This process is gone.");
        return result;
      },
    };
    const database: OpenDatabase = {
      ...node.database,
      db: node.database.db.withPlugin(fuse),
      onTakeover: (listener) => {
        node.tellTakeover = listener;
      },
    };
    const context = createContext(config, { database, transport, mailbox: undefined }, log, clock);
    await context.start();
    running = {
      context,
      answer: createAnswer(context),
      gone: false,
      flushing: false,
      handling: 0,
      crashAfter: undefined,
    };
    node.running = running;
  }

  function flushSoon(running: RunningNode): void {
    if (running.flushing) return;
    running.flushing = true;
    time.after(flushAfterMs, () => {
      running.flushing = false;
      if (!running.gone) time.act(running.context.sessions.flushSightings());
    });
  }

  function comeBackLater(node: Node): void {
    time.after(random.between(downMs.least, downMs.most), () => time.act(boot(node)));
  }

  function crash(node: Node, running: RunningNode): void {
    running.gone = true;
    node.running = undefined;
    facts.restarts++;
    facts.crashes++;
    // Its background work ends without having written anything more.
    time.act(running.context.stop());
    comeBackLater(node);
  }

  async function takeOver(db: Database): Promise<void> {
    await queries.forgetSince(db);
    for (const { tellTakeover } of nodes) tellTakeover();
  }

  async function answer(node: Node, running: RunningNode, request: Request): Promise<Response> {
    running.handling++;
    if (running.crashAfter !== undefined) {
      const turns = running.crashAfter;
      running.crashAfter = undefined;
      time.act(afterTurns(turns).then(() => crash(node, running)));
    }
    try {
      if (isRefresh(request) && beforeNextRefresh) {
        const act = beforeNextRefresh;
        beforeNextRefresh = undefined;
        await act();
      }
      const response = await running.answer(request);
      const body = await response.text();
      if (running.gone) throw new Error("The connection broke.");
      flushSoon(running);
      return new Response(body === "" ? null : body, response);
    } finally {
      running.handling--;
    }
  }

  return {
    nodes: nodes.length,

    /**
     * What some node answers.
     *
     * @throws {Error} where none is there, or where it went away meanwhile; it may have acted all the same
     */
    handle(request: Request): Promise<Response> {
      const up = nodes.filter(({ running }) => running !== undefined);
      const node = up[Math.floor(random.next() * up.length)];
      const running = node?.running;
      if (!node || !running) return Promise.reject(new Error("The connection was refused."));
      return time.hold(outsideTabs(() => answer(node, running, request)));
    },

    /**
     * One node stops as an operator stops it, and comes back.
     *
     * @param options.mayCrash - instead it may die in the middle of its next request, and lose what it had only seen
     */
    restart(options: { readonly mayCrash: boolean }): void {
      const node = nodes[Math.floor(random.next() * nodes.length)];
      const running = node?.running;
      if (!node || !running) return;
      if (random.chance(0.5) && options.mayCrash) {
        running.crashAfter = Math.floor(random.between(0, 12));
        return;
      }
      node.running = undefined;
      facts.restarts++;
      time.act(
        running.context.stop().then(() => {
          running.gone = true;
        }),
      );
      comeBackLater(node);
    },

    /** A replica takes over that had not yet received the last writes: at the least those of the next refresh. */
    failOver(lagMs: number): void {
      beforeNextRefresh = async () => {
        facts.failovers++;
        await queries.copySessions(first.db);
        time.after(lagMs, () => time.act(takeOver(first.db)));
      };
    },

    countEvents: () => queries.countEvents(first.db),

    findTheft: (email: string) => queries.findTheft(first.db, email),

    /** Removes daily what has expired, as the hourly job does. */
    purgeDaily(): void {
      const again = () =>
        time.after(day, () => {
          const running = nodes.find(({ running }) => running !== undefined)?.running;
          if (running) time.act(purge(running.context));
          again();
        });
      again();
    },

    /** The databases stay open. */
    async stop(): Promise<void> {
      await Promise.all(nodes.map(({ running }) => running?.context.stop()));
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export type Cluster = Awaited<ReturnType<typeof startCluster>>;

export const isRefresh = (request: Request): boolean => request.url.endsWith("/auth/refresh");

async function purge({ sessions, guestPurge }: Context): Promise<void> {
  await sessions.purge();
  await guestPurge.purge();
}

async function afterTurns(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
}

// A million guests that nobody can come back to leave at once: how long it takes, and what others wait for meanwhile.
import { tmpdir } from "node:os";
import pg from "pg";
import { systemClock } from "../packages/server/src/clock.ts";
import { loadConfig } from "../packages/server/src/config/load.ts";
import { createContext } from "../packages/server/src/context.ts";
import { openDatabase } from "../packages/server/src/database/database.ts";
import { createLog } from "../packages/server/src/log.ts";
import { findFreePort } from "../scripts/free-port.ts";
import { Connection, request } from "./load.ts";
import { describeMachine, writeRow } from "./medians.ts";
import { bookplate } from "./peers/peers.ts";
import { pinLoad, startPinned, startPinnedPostgres } from "./pinned.ts";

const quietMs = 10_000;
const writers = 4;
const rowsPerStatement = 100_000;

type Write = "new guest" | "refresh" | "new conversation" | "question";
type Waits = Record<Write, number[]>;

/** @param given - how many guests; a million unless said */
export async function measure([guests = "1000000"]: readonly string[]): Promise<void> {
  const machine = describeMachine();
  pinLoad();
  const postgres = await startPinnedPostgres();
  try {
    const databaseUrl = postgres.create("guests");
    const port = await findFreePort();
    const environment = bookplate.environment(port, databaseUrl);
    const server = await startPinned(bookplate.command(port), {
      port,
      readyPath: bookplate.readyPath,
      environment,
    });
    await seed(databaseUrl, Number(guests));
    const quiet = await writeDuring(port, () => new Promise((resolve) => setTimeout(resolve, quietMs)));
    const purge = await openPurge(environment);
    const startedAt = performance.now();
    const busy = await writeDuring(port, purge.run);
    const seconds = (performance.now() - startedAt) / 1_000;
    const looked = performance.now();
    await purge.run();
    const idleMs = performance.now() - looked;
    report({ machine, guests: Number(guests), seconds, idleMs, removed: purge.removed() }, quiet, busy);
    await purge.close();
    await server.stop();
  } finally {
    await postgres.stop();
  }
}

/** Guests of forty days ago with a session that is over, a conversation, a question and its answer. */
async function seed(databaseUrl: string, guests: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => {});
  await client.connect();
  const id = (kind: string) => `('00000000-0000-7000-8000-${kind}' || lpad(to_hex(i), 10, '0'))::uuid`;
  const past = "now() - interval '40 days'";
  for (let from = 0; from < guests; from += rowsPerStatement) {
    const numbers = `generate_series(${from}, ${Math.min(from + rowsPerStatement, guests) - 1}) i`;
    for (const statement of [
      `insert into "user" (id, email, is_anonymous, created_at, updated_at)
       select ${id("01")}, 'guest' || i || '@guest.invalid', true, ${past}, ${past} from ${numbers}`,
      `insert into session (id, token, user_id, expires_at, auth_time, delivery, refreshed_at, created_at, updated_at)
       select ${id("02")}, 'guest' || i, ${id("01")}, now() - interval '10 days', ${past}, 'cookie', ${past}, ${past}, ${past}
       from ${numbers}`,
      `insert into conversation (id, owner_id, title, created_at, updated_at)
       select ${id("03")}, ${id("01")}, 'How do I start?', ${past}, ${past} from ${numbers}`,
      `insert into message (id, conversation_id, role, content, status, created_at, updated_at)
       select ${id("04")}, ${id("03")}, 'user', 'How do I start?', 'complete', ${past}, ${past} from ${numbers}`,
      `insert into message (id, conversation_id, role, content, status, created_at, updated_at)
       select ${id("05")}, ${id("03")}, 'assistant', repeat('Run npm start. ', 20), 'complete', ${past}, ${past}
       from ${numbers}`,
    ]) {
      await client.query(statement);
    }
  }
  await client.query("vacuum analyze");
  await client.query("checkpoint");
  await client.end();
}

/** The job's own work, on a pool of its own, as another node would do it. */
async function openPurge(environment: NodeJS.ProcessEnv) {
  const config = loadConfig({ ...environment, LOG_LEVEL: "fatal", BOOKPLATE_DATA_DIR: tmpdir() });
  const database = await openDatabase(config.database);
  const transport = { send: async () => ({ sentBy: "mailbox" as const }), close: async () => {} };
  const opened = { database, transport, mailbox: undefined };
  const { guestPurge } = createContext(config, opened, createLog("fatal"), systemClock);
  let removed = 0;
  return {
    removed: () => removed,
    /** Hour after hour, without the hours. */
    async run(): Promise<void> {
      for (let left = await guestPurge.purge(); left > 0; left = await guestPurge.purge()) removed += left;
    },
    close: () => database.close(),
  };
}

/** What each write waits for while the work is done, milliseconds. */
async function writeDuring(port: number, work: () => Promise<unknown>): Promise<Waits> {
  const waits: Waits = { "new guest": [], refresh: [], "new conversation": [], question: [] };
  let done = false;
  const write = async () => {
    const connection = new Connection(port);
    const time = async (kind: Write, text: string, wanted: number) => {
      const startedAt = performance.now();
      const { status, body } = await connection.ask(text);
      waits[kind].push(performance.now() - startedAt);
      if (status !== wanted) throw new Error(`${kind} was answered ${status}: ${body}`);
      return body;
    };
    while (!done) {
      const guest = JSON.parse(
        await time("new guest", request("POST", "/api/v1/auth/guest", { body: { delivery: "body" } }), 201),
      );
      const headers = { authorization: `Bearer ${guest.accessToken}` };
      const { refreshToken } = guest;
      await time("refresh", request("POST", "/api/v1/auth/refresh", { body: { refreshToken } }), 200);
      const begin = request("POST", "/api/v1/conversations", { headers, body: {} });
      const { id } = JSON.parse(await time("new conversation", begin, 201));
      const ask = { headers, body: { content: "How do I start?" } };
      await time("question", request("POST", `/api/v1/conversations/${id}/messages`, ask), 200);
    }
    connection.close();
  };
  const writing = Promise.all(Array.from({ length: writers }, write));
  await Promise.race([work(), writing]);
  done = true;
  await writing;
  return waits;
}

interface Run {
  readonly machine: string;
  readonly guests: number;
  readonly removed: number;
  readonly seconds: number;
  readonly idleMs: number;
}

function report({ machine, guests, removed, seconds, idleMs }: Run, quiet: Waits, busy: Waits): void {
  process.stdout.write(
    `${machine}; ${removed} of ${guests} guests left in ${Math.round(seconds)} s, with all they owned; ` +
      `to look through what was left took ${Math.round(idleMs)} ms\n\n`,
  );
  writeRow(["write", "alone: p50", "p99", "longest", "while guests leave: p50", "p99", "longest", "writes"]);
  writeRow(["---", "---", "---", "---", "---", "---", "---", "---"]);
  for (const kind of Object.keys(busy) as Write[]) {
    writeRow([kind, ...spread(quiet[kind]), ...spread(busy[kind]), busy[kind].length]);
  }
}

function spread(waits: readonly number[]): string[] {
  const sorted = waits.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return [at(0.5), at(0.99), at(1)].map((ms) => `${(ms ?? Number.NaN).toFixed(1)} ms`);
}

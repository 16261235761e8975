// Refresh and session lookup with few sessions and with very many: what our way to the row adds to the database's own growth.
import pg from "pg";
import { findFreePort } from "../scripts/free-port.ts";
import { createTokens, seedSessions, sessionId } from "./bookplate-sessions.ts";
import { Connection, request } from "./load.ts";
import { describeMachine, median, writeRow } from "./medians.ts";
import { bookplate, readRefreshToken } from "./peers/peers.ts";
import { type PinnedPostgres, pinLoad, startPinned, startPinnedPostgres } from "./pinned.ts";
import { type CapturedStatement, captureStatements } from "./statements.ts";

const few = 10_000;
/** Five rounds with two kinds of refresh: each of the few is refreshed once. */
const requestsPerRound = 1_000;
/** Not counted: caches fill. */
const warmUp = 100;
const rounds = 5;

/** Milliseconds of each round's median. */
type Latencies = Record<"refresh" | "lookup" | "refresh, in SQL" | "lookup, in SQL", number[]>;

/** @param given - how many sessions are very many; 5 million unless said */
export async function measure([many = "5000000"]: readonly string[]): Promise<void> {
  const machine = describeMachine();
  pinLoad();
  const postgres = await startPinnedPostgres();
  try {
    const sizes = [await open(postgres, "few", few), await open(postgres, "many", Number(many))];
    for (let round = 0; round < rounds; round += 1) for (const size of sizes) await size.measure();
    const [small, large] = sizes;
    if (small && large) report(machine, Number(many), small.latencies, large.latencies);
    for (const size of sizes) await size.close();
  } finally {
    await postgres.stop();
  }
}

async function open(postgres: PinnedPostgres, name: string, count: number) {
  const databaseUrl = postgres.create(name);
  const port = await findFreePort();
  const { command, readyPath, environment } = bookplate;
  const options = {
    port,
    readyPath,
    environment: { ...environment(port, databaseUrl), REFRESH_GRACE: "60s" },
  };
  await (await startPinned(command(port), options)).stop();
  await seedSessions(databaseUrl, count);
  const server = await startPinned(command(port), options);
  const tokens = createTokens(`http://localhost:${port}`);
  const client = new pg.Client({ connectionString: databaseUrl });
  // When a measurement fails, Postgres ends before this connection; the failure itself is what has to be seen.
  client.on("error", () => {});
  await client.connect();
  const statements = await captureStatements();
  const latencies: Latencies = { refresh: [], lookup: [], "refresh, in SQL": [], "lookup, in SQL": [] };
  // Far apart, in no order, and none twice: a large prime walks through all of them.
  let turn = 0;
  const nextPlace = () => (turn++ * 7_368_787) % count;
  async function time(kind: keyof Latencies, act: () => Promise<void>): Promise<void> {
    const took: number[] = [];
    for (let index = 0; index < requestsPerRound; index += 1) {
      const startedAt = performance.now();
      await act();
      if (index >= warmUp) took.push(performance.now() - startedAt);
    }
    latencies[kind].push(median(took));
  }

  return {
    latencies,
    async measure(): Promise<void> {
      const connection = new Connection(port);
      const refresh = async (refreshToken: string) => {
        const { status, body } = await connection.ask(
          request("POST", "/api/v1/auth/refresh", { body: { refreshToken } }),
        );
        if (status !== 200) throw new Error(`A refresh was answered ${status}: ${body}`);
        return readRefreshToken(body);
      };
      const young: string[] = [];
      await time("refresh", async () => {
        young.push(await refresh(tokens.mint({ sessionId: sessionId(nextPlace()), counter: 1 })));
      });
      await time("lookup", async () => {
        const token = young.pop() ?? "";
        if ((await refresh(token)) !== token) throw new Error("A young token was renewed.");
      });
      connection.close();
      for (const kind of ["refresh", "lookup"] as const) {
        const statement = statements[kind];
        await time(`${kind}, in SQL`, async () => {
          const place = kind === "refresh" ? nextPlace() : Math.floor(Math.random() * count);
          const { rowCount } = await client.query({
            name: kind,
            text: statement.text,
            values: valuesFor(statement, sessionId(place)),
          });
          if (rowCount !== 1) throw new Error(`${kind}: no row.`);
        });
      }
    },
    async close(): Promise<void> {
      await client.end();
      await server.stop();
    },
  };
}

function valuesFor({ slots }: CapturedStatement, id: string): unknown[] {
  const now = Date.now();
  const values = {
    sessionId: id,
    counter: 1,
    mintedBefore: new Date(now - 120_000),
    now: new Date(now),
    idleUntil: new Date(now + 7 * 24 * 3_600_000),
  };
  return slots.map((slot) => (typeof slot === "string" ? values[slot] : slot.constant));
}

function report(machine: string, many: number, small: Latencies, large: Latencies): void {
  process.stdout.write(`${machine}; one request at a time, medians of ${rounds} rounds, microseconds\n\n`);
  writeRow(["", `${few} sessions`, `${many} sessions`, "growth", "wanted"]);
  writeRow(["---", "---", "---", "---", "---"]);
  const micros = (values: readonly number[]) => median(values) * 1_000;
  const growthOf = (kind: keyof Latencies) => micros(large[kind]) / micros(small[kind]);
  for (const kind of ["refresh", "lookup"] as const) {
    const sql = `${kind}, in SQL` as const;
    const wanted = growthOf(sql) * 1.05;
    const cells = (name: keyof Latencies) => [
      Math.round(micros(small[name])),
      Math.round(micros(large[name])),
    ];
    const growth = growthOf(kind);
    writeRow([sql, ...cells(sql), growthOf(sql).toFixed(2), ""]);
    const verdict = `≤ ${wanted.toFixed(2)}${growth > wanted ? ": missed" : ""}`;
    writeRow([`${kind}, over HTTP`, ...cells(kind), growth.toFixed(2), verdict]);
  }
}

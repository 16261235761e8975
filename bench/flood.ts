// A flood of sign-ins from very many addresses, which no slow answer slows down: what readers wait for meanwhile, what it
// costs in memory, and how it is answered. On one core, beside stock Better Auth and a FastAPI stack.
import { findFreePort } from "../scripts/free-port.ts";
import { addressOf, forwardedFor } from "./addresses.ts";
import { Connection } from "./load.ts";
import { describeMachine, writeRow } from "./medians.ts";
import { type OpenLoopResult, openLoop, percentile } from "./open-loop.ts";
import * as loginPeers from "./peers/login-peers.ts";
import type { Reader } from "./peers/peers.ts";
import { pinLoad, startPinned, startPinnedPostgres } from "./pinned.ts";
import { residentMibOfMarked } from "./resident.ts";

const floodPerSecond = 2_000;
const mostFloodConnections = 4_000;
const readersPerSecond = 100;
const mostReaderConnections = 500;
const quietSeconds = 5;
const memoryEveryMs = 250;
/** After the flood, before the memory is read again. */
const restMs = 5_000;
const wantedP99Ms = 25;
const wantedStatuses = ["401", "429", "503"];

interface Figures {
  readonly quiet: OpenLoopResult;
  readonly readers: OpenLoopResult;
  readonly flood: OpenLoopResult;
  /** MiB. */
  readonly memory: { readonly before: number; readonly most: number; readonly after: number };
}

const compared = [loginPeers.bookplate, loginPeers.betterAuth, loginPeers.fastApi];

/** @param given - how many seconds it lasts; the beginning of a server's name, to measure that one alone */
export async function measure([seconds = "20", only = ""]: readonly string[]): Promise<void> {
  const machine = describeMachine();
  pinLoad();
  const postgres = await startPinnedPostgres();
  const figures = new Map<string, Figures>();
  try {
    for (const each of compared.filter(({ peer }) => peer.name.startsWith(only))) {
      const measured = await measurePeer(each, postgres.create(`flood${figures.size}`), Number(seconds));
      figures.set(each.peer.name, measured);
      process.stderr.write(`${each.peer.name}: ${describe(measured)}\n`);
    }
  } finally {
    await postgres.stop();
  }
  report(`${machine}; ${floodPerSecond} sign-ins per second for ${seconds} s`, figures);
}

async function measurePeer(
  each: loginPeers.LoginPeer,
  databaseUrl: string,
  seconds: number,
): Promise<Figures> {
  const { peer } = each;
  const port = await findFreePort();
  const mark = `FLOODED_SERVER=${port}`;
  const server = await startPinned(peer.command(port), {
    port,
    readyPath: peer.readyPath,
    environment: {
      ...peer.environment(port, databaseUrl),
      FLOODED_SERVER: String(port),
      // As it is set up where it is used, behind a proxy that says whom it speaks for.
      LIMITS: "on",
      RATE_LIMIT: "on",
      TRUSTED_PROXIES: "127.0.0.1/32",
    },
  });
  try {
    await each.createReaders(port, databaseUrl, 1);
    const reader = await signIn(each, port);
    const watch = (forSeconds: number) =>
      openLoop({
        port,
        perSecond: readersPerSecond,
        seconds: forSeconds,
        next: () => forwardedFor("192.0.2.1", each.whoAmI(reader)),
        mostConnections: mostReaderConnections,
      });
    await watch(1);
    const quiet = await watch(quietSeconds);
    const before = residentMibOfMarked(mark);
    const memory = watchMemory(mark);
    const [flood, readers] = await Promise.all([
      openLoop({
        port,
        perSecond: floodPerSecond,
        seconds,
        // Nobody has these addresses, and each attempt comes from a network of its own.
        next: (index) => forwardedFor(addressOf(index), each.logIn(port, index + 1)),
        mostConnections: mostFloodConnections,
      }),
      watch(seconds),
    ]);
    const most = memory.stop();
    await new Promise<void>((resolve) => setTimeout(resolve, restMs));
    return { quiet, readers, flood, memory: { before, most, after: residentMibOfMarked(mark) } };
  } finally {
    await server.stop();
  }
}

async function signIn(each: loginPeers.LoginPeer, port: number): Promise<Reader> {
  const connection = new Connection(port);
  const answer = await connection.ask(forwardedFor("192.0.2.1", each.logIn(port, 0)));
  connection.close();
  if (answer.status !== 200) throw new Error(`Signing in was answered ${answer.status}: ${answer.body}`);
  return each.readReader(answer);
}

function watchMemory(mark: string): { stop(): number } {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, residentMibOfMarked(mark));
  }, memoryEveryMs);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

const ms = (value: number) =>
  Number.isFinite(value) ? `${value.toFixed(value < 100 ? 1 : 0)} ms` : "no answer";
const mostOf = (result: OpenLoopResult) => percentile(result, 1 - Number.EPSILON);

function describeAnswers({ statuses, unanswered, unsent, broken }: OpenLoopResult): string {
  const besides = { "no answer": unanswered, "not sent": unsent, broken };
  return Object.entries({ ...statuses, ...besides })
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${what}: ${count}`)
    .join(", ");
}

const describe = ({ readers, flood }: Figures) =>
  `readers' p99 ${ms(percentile(readers, 0.99))}; flood ${describeAnswers(flood)}; readers ${describeAnswers(readers)}`;

function report(title: string, figures: ReadonlyMap<string, Figures>): void {
  process.stdout.write(`${title}; one core for the server\n\n`);
  writeRow([
    "server",
    "readers, quiet: p99",
    "in the flood: p50",
    "p99",
    "most",
    "memory before",
    "most",
    "after",
    "the flood's answers",
    "readers' answers",
  ]);
  writeRow(Array<string>(10).fill("---"));
  for (const [name, { quiet, readers, flood, memory }] of figures) {
    writeRow([
      name,
      ms(percentile(quiet, 0.99)),
      ms(percentile(readers, 0.5)),
      ms(percentile(readers, 0.99)),
      ms(mostOf(readers)),
      ...[memory.before, memory.most, memory.after].map((mib) => `${mib.toFixed(0)} MiB`),
      describeAnswers(flood),
      describeAnswers(readers),
    ]);
  }
  const own = figures.get(loginPeers.bookplate.peer.name);
  if (!own) return;
  const p99 = percentile(own.readers, 0.99);
  const strange = Object.keys(own.flood.statuses).filter((status) => !wantedStatuses.includes(status));
  process.stdout.write(
    `\nWanted: readers' p99 ≤ ${wantedP99Ms} ms${p99 > wantedP99Ms ? ": missed" : ""}; nothing but ${wantedStatuses.join(", ")}${strange.length > 0 ? `: missed (${strange.join(", ")})` : ""}.\n`,
  );
}

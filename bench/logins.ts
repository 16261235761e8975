// Sign-ins with passwords: how many per second, what others wait meanwhile, and what a flood does. On one core, beside
// stock Better Auth and a FastAPI stack.
import { execFileSync } from "node:child_process";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { findFreePort } from "../scripts/free-port.ts";
import { type Answer, Connection } from "./load.ts";
import { describeMachine, median, writeRow } from "./medians.ts";
import * as loginPeers from "./peers/login-peers.ts";
import type { Reader } from "./peers/peers.ts";
import { pinLoad, serverCore, startPinned, startPinnedPostgres } from "./pinned.ts";

const seconds = 8;
/** Those who sign in all the time, in the case with others beside them. */
const crowd = 32;
const flood = 300;
const askers = 4;
const throughputConnections = 4;

interface Stalls {
  readonly longestMs: number;
  readonly p99Ms: number;
}
interface Figures {
  readonly perSecond: number;
  /** Milliseconds that "who am I" takes: nobody signing in, and the crowd signing in. */
  readonly quiet: Waits;
  readonly crowded: Waits;
  readonly crowdStalls?: Stalls | undefined;
  readonly flooded?: Flooded | undefined;
}
interface Flooded {
  readonly stalls: Stalls;
  readonly waits: Waits;
  readonly signedIn: number;
  readonly refused: number;
}
interface Waits {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

const compared = [loginPeers.bookplate, loginPeers.betterAuth, loginPeers.fastApi];

/**
 * @param given - how many rounds (every round asks every server, and medians are shown); the beginning of a server's
 *   name, to measure that one alone
 */
export async function measure([rounds = "1", only = ""]: readonly string[]): Promise<void> {
  const machine = describeMachine();
  pinLoad();
  const postgres = await startPinnedPostgres();
  const bare: number[] = [];
  const figures = new Map<string, Figures[]>();
  try {
    for (let round = 0; round < Number(rounds); round += 1) {
      for (const each of compared.filter(({ peer }) => peer.name.startsWith(only))) {
        const { name } = each.peer;
        if (each === loginPeers.bookplate) bare.push(hashBare());
        const measured = await measurePeer(each, postgres.create(`logins${round}${figures.size}`));
        figures.set(name, [...(figures.get(name) ?? []), measured]);
        process.stderr.write(`${name}: ${JSON.stringify(measured)}\n`);
      }
      bare.push(hashBare());
    }
  } finally {
    await postgres.stop();
  }
  report(machine, bare, figures);
}

function hashBare(): number {
  const script = fileURLToPath(new URL("./bare-hashing.ts", import.meta.url));
  return Number(
    execFileSync("taskset", ["-c", serverCore, process.execPath, script, "12", String(seconds)], {
      encoding: "utf8",
    }),
  );
}

async function measurePeer(compared: loginPeers.LoginPeer, databaseUrl: string): Promise<Figures> {
  const { peer } = compared;
  const port = await findFreePort();
  const own = compared === loginPeers.bookplate;
  const delayPort = await findFreePort();
  const watcher = fileURLToPath(new URL("./peers/loop-delay.ts", import.meta.url));
  const [program = "", ...given] = peer.command(port);
  const server = await startPinned(own ? [program, "--import", watcher, ...given] : [program, ...given], {
    port,
    readyPath: peer.readyPath,
    environment: { ...peer.environment(port, databaseUrl), LOOP_DELAY_PORT: String(delayPort) },
  });
  try {
    await compared.createReaders(port, databaseUrl, crowd);
    const reader = await signIn(compared, port);
    // Whatever is done at the first time is done by now.
    await watch(compared, port, reader, 1);
    const quiet = await watch(compared, port, reader, seconds);
    // So are the first sign-ins, which are slow because their code is not compiled yet.
    await countSignIns(compared, port);
    const perSecond = await countSignIns(compared, port);
    if (own) await askStalls(delayPort);
    const ending = startCrowd(compared, port, crowd);
    const crowded = await watch(compared, port, reader, seconds);
    const crowdStalls = own ? await askStalls(delayPort) : undefined;
    await ending();
    const flooded = own ? await measureFlood(compared, port, delayPort, reader) : undefined;
    return { perSecond, quiet, crowded, crowdStalls, flooded };
  } finally {
    await server.stop();
  }
}

async function signIn(compared: loginPeers.LoginPeer, port: number): Promise<Reader> {
  const connection = new Connection(port);
  const answer = await connection.ask(compared.logIn(port, 0));
  connection.close();
  if (answer.status !== 200) throw new Error(`Signing in was answered ${answer.status}: ${answer.body}`);
  return compared.readReader(answer);
}

/** A few connections that sign in for some seconds, one after the other: as many as there are, per second. */
async function countSignIns(compared: loginPeers.LoginPeer, port: number): Promise<number> {
  const startedAt = performance.now();
  const until = startedAt + seconds * 1_000;
  let done = 0;
  let lastAt = startedAt;
  await Promise.all(
    Array.from({ length: throughputConnections }, async (_, index) => {
      const connection = new Connection(port);
      while (performance.now() < until) {
        const { status } = await connection.ask(compared.logIn(port, index));
        if (status !== 200) throw new Error(`Signing in was answered ${status}.`);
        done += 1;
        lastAt = performance.now();
      }
      connection.close();
    }),
  );
  // The last ones of each connection come after the end: they count, and so does their time.
  return (done / (lastAt - startedAt)) * 1_000;
}

/** So many are signing in at every moment. @returns what ends it */
function startCrowd(
  compared: loginPeers.LoginPeer,
  port: number,
  count: number,
  answered: (answer: Answer) => Promise<void> | void = () => {},
): () => Promise<void> {
  let ended = false;
  const all = Array.from({ length: count }, async (_, index) => {
    const connection = new Connection(port);
    while (!ended) {
      const answer = await connection.ask(compared.logIn(port, index % crowd));
      await answered(answer);
    }
    connection.close();
  });
  return async () => {
    ended = true;
    await Promise.all(all);
  };
}

/** Asks "who am I" from a few connections; an answer that comes late counts in full. */
async function watch(
  compared: loginPeers.LoginPeer,
  port: number,
  reader: Reader,
  forSeconds: number,
): Promise<Waits> {
  const waits: number[] = [];
  const until = performance.now() + forSeconds * 1_000;
  await Promise.all(
    Array.from({ length: askers }, async () => {
      const connection = new Connection(port);
      for (let askedAt = performance.now(); askedAt < until; askedAt = performance.now()) {
        const { status } = await connection.ask(compared.whoAmI(reader));
        if (status !== 200) throw new Error(`Who am I was answered ${status}.`);
        waits.push(performance.now() - askedAt);
        await pause(askEveryMs);
      }
      connection.close();
    }),
  );
  const sorted = waits.sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), most: sorted.at(-1) ?? Number.NaN };
}

/** Readers look in from time to time; a closed loop would ask for the whole core. */
const askEveryMs = 5;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Three hundred at once; whoever is refused comes back when told to. */
async function measureFlood(
  compared: loginPeers.LoginPeer,
  port: number,
  delayPort: number,
  reader: Reader,
): Promise<Flooded> {
  let signedIn = 0;
  let refused = 0;
  await askStalls(delayPort);
  const ending = startCrowd(compared, port, flood, ({ status, head }) => {
    if (status === 200) signedIn += 1;
    else if (status !== 503) throw new Error(`Signing in was answered ${status}.`);
    else {
      refused += 1;
      return pause(1_000 * Number(/\r\nretry-after: (\d+)/i.exec(head)?.[1]));
    }
  });
  const waits = await watch(compared, port, reader, seconds);
  const stalls = await askStalls(delayPort);
  await ending();
  return { stalls, waits, signedIn, refused };
}

function askStalls(port: number): Promise<Stalls> {
  return new Promise((resolve, reject) => {
    let text = "";
    connect(port, "127.0.0.1")
      .setEncoding("utf8")
      .on("data", (chunk) => {
        text += chunk;
      })
      .on("end", () => resolve(JSON.parse(text)))
      .on("error", reject);
  });
}

function report(machine: string, bare: readonly number[], figures: ReadonlyMap<string, Figures[]>): void {
  const of = (name: string, read: (one: Figures) => number | undefined) =>
    median((figures.get(name) ?? []).map((one) => read(one) ?? Number.NaN));
  const own = loginPeers.bookplate.peer.name;
  const ms = (value: number) => `${value.toFixed(value < 100 ? 1 : 0)} ms`;
  process.stdout.write(`${machine}; one core for the server, medians of rounds\n\n`);
  writeRow([
    "server",
    "sign-ins per second",
    "who am I, nobody signing in: p99",
    `with ${crowd} signing in: p50`,
    "p99",
    "most",
  ]);
  writeRow(["---", "---", "---", "---", "---", "---"]);
  for (const name of figures.keys()) {
    writeRow([
      name,
      of(name, (one) => one.perSecond).toFixed(2),
      ms(of(name, ({ quiet }) => quiet.p99)),
      ms(of(name, ({ crowded }) => crowded.p50)),
      ms(of(name, ({ crowded }) => crowded.p99)),
      ms(of(name, ({ crowded }) => crowded.most)),
    ]);
  }
  const p99 = of(own, ({ crowded }) => crowded.p99);
  const checks: [string, number, (value: number) => boolean, string][] = [
    [
      "sign-ins, of what the core can hash",
      of(own, (one) => one.perSecond) / median(bare),
      (value) => value >= 0.95,
      "≥ 0.95",
    ],
    [`who am I with ${crowd} signing in, p99 in ms`, p99, (value) => value <= 25, "≤ 25"],
    ...[...figures.keys()]
      .filter((name) => name !== own)
      .map((name): (typeof checks)[number] => [
        `times less than ${name}`,
        of(name, ({ crowded }) => crowded.p99) / p99,
        (value) => value >= 30,
        "≥ 30",
      ]),
    [
      `longest stall of the event loop with ${crowd}, ms`,
      of(own, (one) => one.crowdStalls?.longestMs),
      (value) => value <= 20,
      "≤ 20",
    ],
    [
      `longest stall with ${flood}, ms`,
      of(own, (one) => one.flooded?.stalls.longestMs),
      (value) => value <= 20,
      "≤ 20",
    ],
    [
      `who am I with ${flood} signing in, p99 in ms`,
      of(own, (one) => one.flooded?.waits.p99),
      () => true,
      "",
    ],
    [
      `of ${flood} in flight: refused with Retry-After`,
      of(own, (one) => one.flooded?.refused),
      (value) => value > 0,
      "some",
    ],
  ];
  process.stdout.write(`\nBare hashing on that core: ${median(bare).toFixed(2)} per second.\n\n`);
  writeRow(["what", "measured", "wanted"]);
  writeRow(["---", "---", "---"]);
  for (const [what, value, isMet, wanted] of checks)
    writeRow([what, value.toFixed(2), `${wanted}${isMet(value) ? "" : ": missed"}`]);
}

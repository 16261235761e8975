// Who am I, and refresh: Bookplate beside stock Better Auth and a FastAPI stack, in one run, on one core each.
import { findFreePort } from "../scripts/free-port.ts";
import { createTokens, seedSessions, sessionId } from "./bookplate-sessions.ts";
import { type Load, type LoadOptions, load } from "./load.ts";
import { describeMachine, median, writeRow } from "./medians.ts";
import * as peers from "./peers/peers.ts";
import { measureRefreshLimit } from "./pgbench.ts";
import { type PinnedPostgres, pinLoad, startPinned, startPinnedPostgres } from "./pinned.ts";

const connections = 16;
/** A program that compiles itself while it runs is at its speed after some of them. */
const seconds = 8;
/** Enough that a session's turn comes again only when its token is old enough to be renewed. */
const sessions = 60_000;

type Case = "session" | "me" | "refresh";
type Figures = Map<string, number[]>;

/** @param given - how many rounds; every round asks every server, and medians are shown */
export async function measure([rounds = "3"]: readonly string[]): Promise<void> {
  const machine = describeMachine();
  pinLoad();
  const postgres = await startPinnedPostgres();
  const figures: Figures = new Map();
  try {
    const compared = [peers.emptyRoute, peers.betterAuth, peers.fastApi];
    const databases = new Map(compared.map((peer, index) => [peer, postgres.create(`peer${index}`)]));
    const own = await prepareOwn(postgres);
    for (let round = 0; round < Number(rounds); round += 1) {
      for (const [peer, databaseUrl] of databases) await measurePeer(peer, databaseUrl, round, figures);
      await measureOwn(own, figures);
      note(figures, "limit", await measureRefreshLimit(postgres, own.limitUrl, sessions));
    }
  } finally {
    await postgres.stop();
  }
  report(machine, figures);
}

function note(figures: Figures, name: string, perSecond: number): void {
  figures.set(name, [...(figures.get(name) ?? []), perSecond]);
  process.stderr.write(`${name}: ${Math.round(perSecond)}/s\n`);
}

/** @throws {Error} when anything but 200 was answered: a refusal is no figure */
async function loadWell(options: Omit<LoadOptions, "connections" | "seconds">): Promise<Load> {
  const result = await load({ ...options, connections, seconds });
  const bad = Object.entries(result.statuses).filter(([status]) => status !== "200");
  if (bad.length > 0) throw new Error(`Not only good answers: ${JSON.stringify(result.statuses)}`);
  return result;
}

async function measurePeer(
  peer: peers.Peer,
  databaseUrl: string,
  round: number,
  figures: Figures,
): Promise<void> {
  const port = await findFreePort();
  const environment = peer.environment(port, databaseUrl);
  const server = await startPinned(peer.command(port), { port, readyPath: peer.readyPath, environment });
  try {
    const readers: peers.Reader[] = [];
    for (let index = 0; index < connections; index += 1)
      readers.push(await peer.signIn(port, round * connections + index));
    const readerOf = (index: number) => readers[index] as peers.Reader;
    for (const name of ["session", "me"] as const) {
      const ask = peer[name];
      if (!ask) continue;
      await peers.requireGood(port, ask(readerOf(0)));
      const { perSecond } = await loadWell({ port, next: (index) => ask(readerOf(index)) });
      note(figures, `${peer.name}: ${name}`, perSecond);
    }
    const { refresh } = peer;
    if (!refresh) return;
    const { perSecond } = await loadWell({
      port,
      next: (index) => refresh(readerOf(index)),
      answered: ({ body }, index) => {
        readerOf(index).refreshToken = peers.readRefreshToken(body);
      },
    });
    note(figures, `${peer.name}: refresh`, perSecond);
  } finally {
    await server.stop();
  }
}

interface Own {
  readonly port: number;
  readonly databaseUrl: string;
  /** The same rows, for pgbench to move. */
  readonly limitUrl: string;
  /** The next refresh token of each session, by its place in the ring. */
  readonly tokens: string[];
}

/** The first start makes the tables; then the sessions are written. */
async function prepareOwn(postgres: PinnedPostgres): Promise<Own> {
  const databaseUrl = postgres.create("bookplate");
  const port = await findFreePort();
  const { command, readyPath, environment } = peers.bookplate;
  const first = await startPinned(command(port), {
    port,
    readyPath,
    environment: environment(port, databaseUrl),
  });
  await first.stop();
  await seedSessions(databaseUrl, sessions);
  const tokens = createTokens(`http://localhost:${port}`);
  return {
    port,
    databaseUrl,
    limitUrl: postgres.create("refreshlimit", "bookplate"),
    tokens: Array.from({ length: sessions }, (_, index) =>
      tokens.mint({ sessionId: sessionId(index), counter: 1 }),
    ),
  };
}

async function measureOwn({ port, databaseUrl, tokens }: Own, figures: Figures): Promise<void> {
  const { command, readyPath, environment, session, me, refresh, signIn, name } = peers.bookplate;
  const server = await startPinned(command(port), {
    port,
    readyPath,
    environment: environment(port, databaseUrl),
  });
  try {
    const readers: peers.Reader[] = [];
    for (let index = 0; index < connections; index += 1) readers.push(await signIn(port, index));
    for (const [kind, ask] of Object.entries({ session, me })) {
      if (!ask) continue;
      const next = (index: number) => ask(readers[index] as peers.Reader);
      await peers.requireGood(port, next(0));
      note(figures, `${name}: ${kind}`, (await loadWell({ port, next })).perSecond);
    }
    let turn = 0;
    let renewed = 0;
    const places: number[] = [];
    const { perSecond } = await loadWell({
      port,
      next: (index) => {
        places[index] = turn++ % tokens.length;
        return refresh?.({ accessToken: "", cookie: "", refreshToken: tokens[places[index]] ?? "" }) ?? "";
      },
      answered: ({ body }, index) => {
        const place = places[index] ?? 0;
        const token = peers.readRefreshToken(body);
        if (token !== tokens[place]) renewed += 1;
        tokens[place] = token;
      },
    });
    if (renewed < turn) throw new Error(`Of ${turn} refreshes only ${renewed} renewed the token.`);
    note(figures, `${name}: refresh`, perSecond);
  } finally {
    await server.stop();
  }
}

function report(machine: string, figures: Figures): void {
  const of = (name: string) => median(figures.get(name) ?? []);
  const own = (kind: Case) => of(`${peers.bookplate.name}: ${kind}`);
  process.stdout.write(
    `${machine}; medians of rounds, ${connections} connections, requests per second and server core\n\n`,
  );
  writeRow(["request", "Bookplate", "beside it", "ratio", "wanted"]);
  writeRow(["---", "---", "---", "---", "---"]);
  const rows: [string, Case, string, number][] = [
    ["`GET /auth/session`", "session", `${peers.emptyRoute.name}: session`, 0.7],
    ["`GET /auth/session`", "session", `${peers.betterAuth.name}: session`, 60],
    ["`GET /auth/session`", "session", `${peers.fastApi.name}: me`, 40],
    ["`GET /me`", "me", `${peers.fastApi.name}: me`, 12],
    ["`POST /auth/refresh`", "refresh", `${peers.fastApi.name}: refresh`, 10],
    ["`POST /auth/refresh`", "refresh", "limit", 0.5],
  ];
  for (const [title, kind, other, wanted] of rows) {
    const ratio = own(kind) / of(other);
    const beside = other === "limit" ? "pgbench, the same statement" : other;
    writeRow([
      title,
      Math.round(own(kind)),
      `${beside} ${Math.round(of(other))}`,
      ratio.toFixed(ratio < 5 ? 2 : 1),
      `${wanted}${ratio < wanted ? ": missed" : ""}`,
    ]);
  }
}

// Does an answer, or the time it takes, tell whether an address has an account, and which? Every kind of address is
// asked for in turn at every route that takes one, and compared with one that nobody has.
import { findFreePort } from "../scripts/free-port.ts";
import { createAddresses, type Kind, kinds } from "./equal-answers/addresses.ts";
import { type Answer, Connection, request } from "./load.ts";
import { mannWhitney } from "./mann-whitney.ts";
import { describeMachine, median, writeRow } from "./medians.ts";
import * as peers from "./peers/peers.ts";
import { pinLoad, startPinned, startPinnedPostgres } from "./pinned.ts";

/** Not met where times differ more than chance makes them differ, and by so much that somebody could use it. */
const leastProbability = 0.01;
const mostDifferenceMs = 5;
const warmUps = 10;

interface Route {
  readonly path: string;
  body(email: string): object;
  /** Kinds of address whose owners are there for everybody to see, or for whom the route means something else. */
  readonly status: number;
}

const password = "correct horse battery staple";
const routes: readonly Route[] = [
  { path: "/auth/register", status: 202, body: (email) => ({ email, name: "Alice", password }) },
  { path: "/auth/login", status: 401, body: (email) => ({ email, password }) },
  { path: "/auth/password/forgot", status: 202, body: (email) => ({ email }) },
  { path: "/auth/verify-email/resend", status: 202, body: (email) => ({ email }) },
  { path: "/auth/magic-link", status: 202, body: (email) => ({ email }) },
  // Nobody is asked for an address: passkeys are found by the browser.
  { path: "/auth/passkey/options", status: 200, body: () => ({}) },
];

interface Sample {
  readonly tookMs: number;
  readonly status: number;
  /** The answer with everything random in it masked. */
  readonly looks: string;
}

/** @param given - how many samples of each kind at each route */
export async function measure([samples = "200"]: readonly string[]): Promise<void> {
  const machine = describeMachine();
  pinLoad();
  const postgres = await startPinnedPostgres();
  const databaseUrl = postgres.create("equalanswers");
  const port = await findFreePort();
  const { command, readyPath, environment } = peers.bookplate;
  const server = await startPinned(command(port), {
    port,
    readyPath,
    // The cost changes how long a run takes and not what it shows.
    environment: { ...environment(port, databaseUrl), BCRYPT_COST: "10" },
  });
  process.stdout.write(`${machine}; ${samples} samples of each kind, in turn; cost 10\n\n`);
  writeRow(["route", "address", "median, ms", "nobody's, ms", "p", "the same bytes and headers", "wanted"]);
  writeRow(["---", "---", "---", "---", "---", "---", "---"]);
  let allMet = true;
  try {
    for (const route of routes) {
      const addresses = await createAddresses(databaseUrl, route.path, Number(samples) + warmUps);
      const taken = await ask(port, route, addresses, Number(samples));
      allMet = reportRoute(route, taken) && allMet;
    }
  } finally {
    await server.stop();
    await postgres.stop();
  }
  process.stdout.write(
    `\n${allMet ? "Nothing tells one kind from another." : "Something differs: see above."}\n`,
  );
}

async function ask(
  port: number,
  route: Route,
  addresses: ReadonlyMap<Kind, readonly string[]>,
  samples: number,
): Promise<Map<Kind, Sample[]>> {
  const connection = new Connection(port);
  const taken = new Map<Kind, Sample[]>(kinds.map((kind) => [kind, []]));
  for (let turn = 0; turn < samples + warmUps; turn += 1) {
    // Another order each time: whatever comes before a request must not count for one kind alone.
    for (const kind of shuffled(kinds)) {
      const body = route.body(addresses.get(kind)?.[turn] ?? "");
      const text = request("POST", `/api/v1${route.path}`, { body });
      const askedAt = performance.now();
      const answer = await connection.ask(text);
      const tookMs = performance.now() - askedAt;
      if (turn >= warmUps) taken.get(kind)?.push({ tookMs, status: answer.status, looks: masked(answer) });
    }
  }
  connection.close();
  return taken;
}

function shuffled<T>(values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, by: Math.random() }))
    .sort((one, other) => one.by - other.by)
    .map(({ value }) => value);
}

/** What is random in every answer, with its length: ids of requests, the registration's proof, challenges, the date. */
function masked({ head, body }: Answer): string {
  const random = /[0-9a-f]{8}-[0-9a-f-]{27}|[\w-]{40,}/gi;
  const lines = head.replace(/^date: .*$/gim, "date").replace(/expires=[^;]*/gi, "expires");
  return `${lines}\n\n${body}`.replaceAll(random, (text) => `<${text.length}>`);
}

function reportRoute({ path, status }: Route, taken: ReadonlyMap<Kind, readonly Sample[]>): boolean {
  const nobody = taken.get("nobody's") ?? [];
  const looks = new Set(nobody.map((sample) => sample.looks));
  const times = (samples: readonly Sample[]) => samples.map(({ tookMs }) => tookMs);
  let allMet = true;
  for (const kind of kinds.filter((each) => each !== "nobody's")) {
    const samples = taken.get(kind) ?? [];
    const [middle, nobodysMiddle] = [median(times(samples)), median(times(nobody))];
    const p = mannWhitney(times(samples), times(nobody));
    const same = samples.every((sample) => sample.status === status && looks.has(sample.looks));
    const met = same && (p > leastProbability || Math.abs(middle - nobodysMiddle) < mostDifferenceMs);
    allMet &&= met;
    writeRow([
      `\`${path}\``,
      kind,
      middle.toFixed(2),
      nobodysMiddle.toFixed(2),
      p.toFixed(3),
      same ? "yes" : `no: ${[...new Set(samples.map((sample) => sample.status))].join(", ")}`,
      met ? "met" : "missed",
    ]);
    if (!same) explainDifference(samples, looks);
  }
  return allMet;
}

function explainDifference(samples: readonly Sample[], looks: ReadonlySet<string>): void {
  const other = samples.find((sample) => !looks.has(sample.looks))?.looks;
  process.stderr.write(`${other}\n--- and not ---\n${[...looks][0]}\n`);
}

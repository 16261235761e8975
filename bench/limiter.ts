// What limits cost who is not limited: "who am I" with them and without them, from very many addresses.
import { findFreePort } from "../scripts/free-port.ts";
import { addressOf, forwardedFor } from "./addresses.ts";
import { type Load, load } from "./load.ts";
import { describeMachine, median, writeRow } from "./medians.ts";
import * as peers from "./peers/peers.ts";
import { type PinnedPostgres, pinLoad, startPinned, startPinnedPostgres } from "./pinned.ts";

const connections = 16;
const seconds = 3;
/** Each asks less than its limit allows, however fast the server is. */
const addresses = 1_000;
const wanted = 1.1;

type Family = "IPv4" | "IPv6";
type Limits = "on" | "off";
const families: readonly Family[] = ["IPv4", "IPv6"];

/** @param given - how many rounds; every round asks with limits and without them, and medians are shown */
export async function measure([rounds = "3"]: readonly string[]): Promise<void> {
  const machine = describeMachine();
  pinLoad();
  const postgres = await startPinnedPostgres();
  const figures = new Map<string, number[]>();
  try {
    const databaseUrls = { on: postgres.create("on"), off: postgres.create("off") };
    for (let round = 0; round < Number(rounds); round += 1) {
      // By turns, so that neither is always the first.
      const order: readonly Limits[] = round % 2 === 0 ? ["off", "on"] : ["on", "off"];
      for (const limits of order) await measureServer(limits, databaseUrls[limits], figures);
    }
  } finally {
    await postgres.stop();
  }
  report(machine, figures);
}

async function measureServer(
  limits: Limits,
  databaseUrl: ReturnType<PinnedPostgres["create"]>,
  figures: Map<string, number[]>,
): Promise<void> {
  const port = await findFreePort();
  const { command, readyPath, environment, signIn, session } = peers.bookplate;
  const server = await startPinned(command(port), {
    port,
    readyPath,
    environment: {
      ...environment(port, databaseUrl),
      LIMITS: limits,
      // The load is the proxy of all of them.
      TRUSTED_PROXIES: "127.0.0.1/32",
    },
  });
  try {
    // One guest, from wherever: an address may make only so many.
    const text = session?.(await signIn(port, 0)) ?? "";
    for (const family of families) {
      let turn = 0;
      const next = () => forwardedFor(addressOf(turn++ % addresses, family), text);
      const { perSecond } = requireGood(await load({ port, connections, seconds, next }));
      const name = `${family}, ${limits}`;
      figures.set(name, [...(figures.get(name) ?? []), perSecond]);
      process.stderr.write(`${name}: ${Math.round(perSecond)}/s\n`);
    }
  } finally {
    await server.stop();
  }
}

/** @throws {Error} a refusal is no figure */
function requireGood(result: Load): Load {
  if (Object.keys(result.statuses).join() === "200") return result;
  throw new Error(`Not only good answers: ${JSON.stringify(result.statuses)}`);
}

function report(machine: string, figures: ReadonlyMap<string, number[]>): void {
  const of = (family: Family, limits: Limits) => median(figures.get(`${family}, ${limits}`) ?? []);
  process.stdout.write(
    `${machine}; \`GET /auth/session\` from ${addresses} addresses by turns, medians of rounds, requests per second and server core\n\n`,
  );
  writeRow(["addresses", "without limits", "with limits", "ratio", "wanted"]);
  writeRow(["---", "---", "---", "---", "---"]);
  for (const family of families) {
    const ratio = of(family, "off") / of(family, "on");
    writeRow([
      family,
      Math.round(of(family, "off")),
      Math.round(of(family, "on")),
      ratio.toFixed(2),
      `≤ ${wanted.toFixed(2)}${ratio > wanted ? ": missed" : ""}`,
    ]);
  }
}

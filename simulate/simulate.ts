// `npm run simulate`: many readers' months in minutes, on the real server and the real client, and thieves among them.
// `-- --quick` is the size for every run of the tests. Fails if an honest reader was signed out or a thief was not found.
import { parseArgs } from "node:util";
import { type DatabaseKind, openDatabases } from "./databases.ts";
import { type Size, simulateReaders } from "./honest-readers.ts";
import { simulatePaceKeepers } from "./pace-keepers.ts";
import { isUndetected, type Results, renderMachine, renderReaders, renderThieves } from "./report.ts";
import { installTabGlobals } from "./tab-globals.ts";
import { simulateThefts } from "./thefts.ts";
import { day, hour, minute } from "./virtual-time.ts";
import { inWorld } from "./world.ts";

interface Sizes {
  readonly readers: Size;
  readonly thefts: { readonly each: number; readonly days: number };
  readonly paceKeepers: { readonly each: number; readonly days: number };
}

const sizes: Record<"quick" | "full", Sizes> = {
  quick: {
    readers: { readers: 6, tabs: 50, days: 1, restartEvery: 4 * hour, failOverEvery: 4 * hour },
    thefts: { each: 1, days: 4 },
    paceKeepers: { each: 1, days: 0.6 },
  },
  full: {
    readers: { readers: 8, tabs: 50, days: 100, restartEvery: 12 * hour, failOverEvery: day },
    thefts: { each: 10, days: 10 },
    paceKeepers: { each: 5, days: 5 },
  },
};

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    seed: { type: "string", default: "1" },
    /** Minutes between two failovers, on average: for a storm of them. */
    "failover-every": { type: "string" },
    database: { type: "string", multiple: true, default: ["PGlite", "Postgres"] },
  },
});
const seed = Number(values.seed);
const { readers, thefts, paceKeepers } = sizes[values.quick ? "quick" : "full"];
const failOverEvery = Number(values["failover-every"] ?? readers.failOverEvery / minute) * minute;
const size: Sizes = { readers: { ...readers, failOverEvery }, thefts, paceKeepers };
const began = process.uptime();
/** For whoever waits; the report comes at the end. */
const progress = (text: string) =>
  process.stderr.write(`${(process.uptime() - began).toFixed(0).padStart(5)} s  ${text}\n`);
const say = (text: string) => process.stdout.write(`${text}\n`);

installTabGlobals();
const results: Results[] = [];
for (const kind of ["PGlite", "Postgres"] satisfies DatabaseKind[]) {
  if (!values.database.includes(kind)) continue;
  progress(`${kind}: readers, thieves, thieves who keep pace`);
  const databases = await openDatabases(kind);
  results.push({
    kind,
    database: kind === "PGlite" ? "PGlite, one node" : "Postgres, two nodes",
    size: size.readers,
    facts: await inWorld(databases, { seed, year: 2030 }, (world) => simulateReaders(world, size.readers)),
    thefts: await inWorld(databases, { seed, year: 2031 }, (world) => simulateThefts(world, size.thefts)),
    paceKeepers: await inWorld(databases, { seed, year: 2032 }, (world) =>
      simulatePaceKeepers(world, size.paceKeepers),
    ),
  });
  await databases.close();
}

say(`${renderMachine(seed, process.uptime() - began)}\n`);
say(`${renderReaders(results)}\n\n${renderThieves(results)}`);
for (const { kind, facts, thefts } of results) {
  for (const sentence of facts.falseLogouts) say(`\nfalse sign-out on ${kind}: ${sentence}`);
  for (const theft of thefts.filter(isUndetected)) say(`\nnot found on ${kind}: ${JSON.stringify(theft)}`);
}
const failed = results.some(
  ({ facts, thefts }) => facts.falseLogouts.length > 0 || thefts.some(isUndetected),
);
// Pools and timers of nodes that crashed are left as a crash leaves them.
process.exit(failed ? 1 : 0);

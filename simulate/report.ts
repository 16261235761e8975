import { arch, cpus, totalmem } from "node:os";
import type { DatabaseKind } from "./databases.ts";
import type { Facts } from "./facts.ts";
import type { Size } from "./honest-readers.ts";
import type { PaceKeeping } from "./pace-keepers.ts";
import type { Theft } from "./thefts.ts";

/** What was simulated on one database. */
export interface Results {
  readonly database: string;
  readonly kind: DatabaseKind;
  readonly size: Size;
  readonly facts: Facts;
  readonly thefts: readonly Theft[];
  readonly paceKeepers: readonly PaceKeeping[];
}

/** Events carry the time of the node that recorded them. */
const mostSkewMs = 2_000;

const figure = (value: number): string => value.toLocaleString("en").replaceAll(",", " ");
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

const isFoundAtOnce = ({ foundAt, bothBackAt = Number.POSITIVE_INFINITY }: Theft): boolean =>
  foundAt !== undefined && foundAt <= bothBackAt + mostSkewMs;

/**
 * A thief who stays, or an owner who is not told. A thief whose access token was seen is to be found no later than when
 * both have come back.
 */
export const isUndetected = (theft: Theft): boolean =>
  theft.foundAt === undefined ||
  !theft.toldByLetter ||
  theft.stillIn ||
  (theft.kind.showsAccessToken && !isFoundAtOnce(theft));

const readerRows: readonly [string, (results: Results) => string][] = [
  ["readers", ({ facts }) => figure(facts.readers)],
  ["tabs", ({ facts }) => figure(facts.tabs)],
  ["days", ({ size }) => figure(size.days)],
  ["refreshes that reached the server", ({ facts }) => figure(facts.refreshes)],
  [
    "requests lost",
    ({ facts }) => `${figure(facts.lostRequests)} (${share(facts.lostRequests, facts.requests)})`,
  ],
  ["requests out of a tunnel", ({ facts }) => figure(facts.cutOff)],
  ["answers lost", ({ facts }) => figure(facts.lostAnswers)],
  [
    "of these, answers to a refresh",
    ({ facts }) => `${figure(facts.lostRenewals)} (${share(facts.lostRenewals, facts.refreshes)})`,
  ],
  ["cookies that came after the page had given up", ({ facts }) => figure(facts.lateCookies)],
  ["restarts", ({ facts }) => figure(facts.restarts)],
  ["of these, crashes in the middle of a request", ({ facts }) => figure(facts.crashes)],
  ["failovers to a replica that lags behind", ({ facts }) => figure(facts.failovers)],
  ["recoveries (row 4 of the table)", ({ facts }) => figure(facts.recoveries)],
  ["fast-forwards (row 7)", ({ facts }) => figure(facts.fastForwards)],
  ["sign-ins", ({ facts }) => figure(facts.signIns)],
  ["sessions that ended when they were to end", ({ facts }) => figure(facts.endedInTime)],
  ["**false sign-outs**", ({ facts }) => `**${figure(facts.falseLogouts.length)}**`],
];

/** As Markdown, the way the book prints it. */
export function renderReaders(results: readonly Results[]): string {
  return table(
    ["", ...results.map(({ database }) => database)],
    readerRows.map(([title, cell]) => [title, ...results.map(cell)]),
  );
}

export function renderThieves(results: readonly Results[]): string {
  const rows = results.flatMap(({ kind, thefts, paceKeepers }) => [
    ...[true, false].map((shows) => {
      const these = thefts.filter((theft) => theft.kind.showsAccessToken === shows);
      const atOnce = these.filter((theft) => isFoundAtOnce(theft) && !isUndetected(theft));
      return [
        kind,
        shows ? "uses the access token here" : "only refreshes",
        figure(these.length),
        figure(atOnce.length),
        figure(these.filter((theft) => !isUndetected(theft)).length - atOnce.length),
        figure(Math.max(0, ...these.map(({ visitsAfter }) => visitsAfter))),
        `**${figure(these.filter(isUndetected).length)}**`,
      ];
    }),
    ...[false, true].map((bound) => {
      const these = paceKeepers.filter((keeper) => keeper.bound === bound);
      return [
        kind,
        bound ? "keeps pace inside the grace, session bound by DPoP" : "keeps pace inside the grace",
        figure(these.length),
        "",
        "",
        figure(Math.max(0, ...these.map(({ letIn }) => letIn))),
        bound && these.every(({ letIn }) => letIn === 0)
          ? "never let in"
          : `${figure(these.filter(({ found }) => !found).length)}, as known`,
      ];
    }),
  ]);
  return table(
    [
      "database",
      "the thief",
      "thefts",
      "found when the second came back",
      "found later",
      "let in meanwhile, at most",
      "not found",
    ],
    rows,
  );
}

export function renderMachine(seed: number, seconds: number): string {
  const [cpu] = cpus();
  return (
    `seed ${seed}, Node ${process.version}, ${cpus().length} × ${cpu?.model ?? arch()}, ` +
    `${Math.round(totalmem() / 2 ** 30)} GiB, ${Math.round(seconds)} s`
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? "---" : "---:"))), ...rows.map(line)].join(
    "\n",
  );
}

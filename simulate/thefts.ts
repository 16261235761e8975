import { createAppReader } from "./app-reader.ts";
import { createBrowserReader } from "./browser-reader.ts";
import { graceMs } from "./machine.ts";
import { createThief } from "./thief.ts";
import { day, hour, minute, second } from "./virtual-time.ts";
import { keepVisiting, type Visitor } from "./visits.ts";
import { fromTimeToTime, register, type World } from "./world.ts";

export interface TheftKind {
  readonly first: "reader" | "thief";
  readonly pace: "fast" | "slow";
  readonly delivery: "cookie" | "body";
  readonly showsAccessToken: boolean;
}

/** What became of one theft. */
export interface Theft {
  readonly kind: TheftKind;
  /** When the second of the two came back after the grace; none if that never happened. */
  readonly bothBackAt: number | undefined;
  readonly foundAt: number | undefined;
  readonly toldByLetter: boolean;
  /** How often the thief was let in after both were back. */
  readonly visitsAfter: number;
  readonly stillIn: boolean;
}

const tabs = 5;
const restartEvery = day;
/** After the grace also by the clock of the other node. */
const afterGraceMs = graceMs + 2 * second;
const paces = {
  fast: { theft: [minute, 10 * minute], again: [2 * minute, 15 * minute] },
  slow: { theft: [hour, 8 * hour], again: [5 * hour, 14 * hour] },
} as const;

export const theftKinds: readonly TheftKind[] = (["reader", "thief"] as const).flatMap((first) =>
  (["fast", "slow"] as const).flatMap((pace) =>
    (["cookie", "body"] as const).flatMap((delivery) =>
      [true, false].map((showsAccessToken) => ({ first, pace, delivery, showsAccessToken })),
    ),
  ),
);

/** Copies of refresh tokens in the wrong hands; reader and thief both come back, never within the grace of each other. */
export async function simulateThefts(
  world: World,
  size: { readonly each: number; readonly days: number },
): Promise<Theft[]> {
  const trials = [];
  for (const theftKind of theftKinds)
    for (let turn = 0; turn < size.each; turn++)
      trials.push(await prepareTheft(world, theftKind, `victim-${trials.length}`));
  fromTimeToTime(world, restartEvery, () => world.cluster.restart({ mayCrash: false }));
  await world.time.runUntil(world.time.now() + size.days * day);
  return Promise.all(trials.map((conclude) => conclude()));
}

async function prepareTheft(world: World, kind: TheftKind, who: string): Promise<() => Promise<Theft>> {
  const { time, cluster } = world;
  const random = world.random.fork(`theft from ${who}`);
  const credentials = await register(cluster, who);
  const reader =
    kind.delivery === "cookie"
      ? createBrowserReader(world, who, { tabs, credentials })
      : createAppReader(world, who, credentials);
  const { visitor, machine } = reader;
  const { theft, again } = paces[kind.pace];
  let thief: ReturnType<typeof createThief> | undefined;
  let stillIn = true;
  let readerAt = 0;
  let thiefAt = 0;
  let bothBackAt: number | undefined;
  let visitsAfter = 0;

  /** Comes as long as there is something to find out. */
  const robbed: Visitor = { come: () => stillIn && visitor.come(), go: visitor.go };

  machine.line.onRefresh = () => {
    readerAt = time.now();
    if (thiefAt > 0 && readerAt - thiefAt > afterGraceMs) bothBackAt ??= readerAt;
  };

  async function thiefComes(): Promise<void> {
    if (!thief) return;
    const sinceReader = time.now() - readerAt;
    if (sinceReader < afterGraceMs) {
      time.after(afterGraceMs - sinceReader + 1, () => void thiefComes());
      return;
    }
    const begun = time.now();
    const outcome = await thief.comeBack();
    if (outcome !== "unreachable") {
      thiefAt = begun;
      if (kind.first === "reader") bothBackAt ??= begun;
    }
    if (outcome === "out") {
      stillIn = false;
      visitor.go();
      return;
    }
    if (outcome === "in" && bothBackAt !== undefined) visitsAfter++;
    time.after(outcome === "in" ? random.between(...again) : minute, () => void thiefComes());
  }

  function steal(): void {
    const token = reader.refreshToken();
    if (token === undefined) {
      time.after(minute, steal);
      return;
    }
    thief = createThief(cluster, token, kind);
    if (kind.first === "thief") {
      visitor.go();
      time.after(random.between(...theft), () => {
        void thiefComes().then(() => {
          time.after(afterGraceMs + random.between(...theft), visitor.come);
          time.after(afterGraceMs + 10 * hour, () => keepVisiting(time, random, robbed));
        });
      });
      return;
    }
    // The reader is back once the successor has been used, as the client does by itself.
    const waitForReader = () => {
      const { lastSession, lastSeen } = machine.line;
      if (reader.refreshToken() === token || lastSeen < lastSession) time.after(10 * second, waitForReader);
      else {
        time.after(random.between(...theft), () => void thiefComes());
        time.after(2 * hour, () => keepVisiting(time, random, robbed));
      }
    };
    waitForReader();
  }

  time.after(random.between(0, day), () => {
    visitor.come();
    time.after(random.between(2 * minute, hour), steal);
  });

  return async () => {
    const found = await cluster.findTheft(credentials.email);
    return { kind, bothBackAt, visitsAfter, stillIn, ...found };
  };
}

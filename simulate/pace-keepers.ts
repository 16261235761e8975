import { createAppReader } from "./app-reader.ts";
import { createBrowserReader } from "./browser-reader.ts";
import { createThief } from "./thief.ts";
import { day, hour, minute, second } from "./virtual-time.ts";
import { keepVisiting } from "./visits.ts";
import { register, type World } from "./world.ts";

/** What became of a thief who always comes right behind the reader. */
export interface PaceKeeping {
  readonly bound: boolean;
  /** How often the thief got an access token. */
  readonly letIn: number;
  readonly found: boolean;
}

const tabs = 5;
/** Well within the grace. */
const behindMs = [5 * second, 20 * second] as const;
const victimKinds = ["cookie", "body", "bound"] as const;

/**
 * Thieves who know when the reader refreshes, and come within the grace each time: what the refresh table cannot see.
 *
 * @param size.each - thefts of each of three kinds: by cookie, in the body, bound to a key
 */
export async function simulatePaceKeepers(
  world: World,
  size: { readonly each: number; readonly days: number },
): Promise<PaceKeeping[]> {
  const trials = [];
  for (const victimKind of victimKinds)
    for (let turn = 0; turn < size.each; turn++)
      trials.push(await prepare(world, victimKind, `followed-${trials.length}`));
  await world.time.runUntil(world.time.now() + size.days * day);
  return Promise.all(trials.map((conclude) => conclude()));
}

async function prepare(world: World, kind: (typeof victimKinds)[number], who: string) {
  const { time, cluster } = world;
  const random = world.random.fork(`pace of ${who}`);
  const credentials = await register(cluster, who);
  const bound = kind === "bound";
  const { visitor, machine, refreshToken } =
    kind === "body"
      ? createAppReader(world, who, credentials)
      : createBrowserReader(world, who, { tabs, credentials, bound });
  let letIn = 0;

  function steal(): void {
    const token = refreshToken();
    if (token === undefined) {
      time.after(minute, steal);
      return;
    }
    const delivery = kind === "cookie" ? "cookie" : "body";
    const thief = createThief(cluster, token, { delivery, showsAccessToken: true });
    let waiting = false;
    machine.line.onRefresh = () => {
      if (waiting) return;
      waiting = true;
      time.after(random.between(...behindMs), () => {
        waiting = false;
        // Coming when the reader has no new token would show the thief.
        if (thief.holds(refreshToken())) return;
        void thief.comeBack().then((outcome) => {
          if (outcome === "in") letIn++;
        });
      });
    };
  }

  time.after(random.between(0, day / 2), () => {
    visitor.come();
    time.after(random.between(2 * minute, hour), steal);
    time.after(5 * hour, () => keepVisiting(time, random, visitor));
  });

  return async (): Promise<PaceKeeping> => {
    const { foundAt } = await cluster.findTheft(credentials.email);
    return { bound, letIn, found: foundAt !== undefined };
  };
}

import { type Cluster, isRefresh } from "./cluster.ts";
import type { CookieJar } from "./cookie-jar.ts";
import type { Facts } from "./facts.ts";
import type { LossBudget } from "./loss-budget.ts";
import type { Random } from "./random.ts";
import { minute, second, type VirtualTime } from "./virtual-time.ts";

export const lossRate = 0.05;
/** Requests meet at the server in steps of so many milliseconds: what arrives in one step races. */
const stepMs = 10;
/**
 * The promise holds for delays under the grace of 30 s: whatever a request takes on its way to the server and another's
 * answer on its way back make less than that together, also by the clocks of two nodes that are a second apart.
 */
const slowest = { request: 3 * second, answer: 25 * second };
const slowShare = 0.03;
/** A train enters a tunnel just when an answer comes: how often, and for how long nothing gets through. */
const tunnel = { chance: 0.02, least: 20 * second, most: 8 * minute };

const historyLength = 150;

/** One machine's way to the server. */
export interface Line {
  readonly jar: CookieJar | undefined;
  readonly budget: LossBudget;
  /** The lid is open. */
  awake: boolean;
  /** Until when nothing gets through. */
  deadUntil: number;
  /** When the server gave the last session that arrived here. */
  lastSession: number;
  /** When the server last saw an access token of this line. */
  lastSeen: number;
  /** Runs now, or once the lid is open. */
  readonly whenAwake: (act: () => void) => void;
  /** What became of its refreshes, the newest last: the story of a false sign-out. */
  readonly history: string[];
  /** Told of each refresh that reached the server, for those who watch. */
  onRefresh?: () => void;
}

export interface Sending {
  readonly line: Line;
  readonly request: Request;
  /** The page gives up after so many milliseconds; what comes later still brings its cookies. */
  readonly patienceMs: number;
}

/** A network that loses, delays and reorders, between the readers and the server. */
export function createNetwork(deps: { time: VirtualTime; random: Random; facts: Facts; cluster: Cluster }) {
  const { time, facts, cluster } = deps;
  const random = deps.random.fork("network");

  const delay = (slowestMs: number) =>
    random.chance(slowShare) ? random.between(200, slowestMs) : random.between(5, 200);

  return function send({ line, request, patienceMs }: Sending): Promise<Response> {
    const refresh = isRefresh(request);
    if (line.jar) {
      const cookie = line.jar.header();
      if (cookie !== undefined) request.headers.set("cookie", cookie);
      request.headers.set("origin", new URL(request.url).origin);
      request.headers.set("sec-fetch-site", "same-origin");
    }
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    const patience = time.after(patienceMs, () =>
      line.whenAwake(() => reject(new DOMException("No answer in time.", "TimeoutError"))),
    );
    const fail = (afterMs: number) =>
      time.after(afterMs, () => {
        patience.cancelled = true;
        line.whenAwake(() => reject(new TypeError("The network failed.")));
      });

    if (line.deadUntil > time.now()) {
      facts.cutOff++;
      fail(random.between(50, 2 * second));
      return promise;
    }
    facts.requests++;
    if (random.chance(lossRate)) {
      facts.lostRequests++;
      fail(random.between(50, 5 * second));
      return promise;
    }
    const arrival = time.now() + delay(slowest.request);
    time.after(Math.ceil(arrival / stepMs) * stepMs - time.now(), () => {
      const handledAt = time.now();
      if (refresh) facts.refreshes++;
      cluster.handle(request).then(
        (answer) => {
          if (refresh) line.onRefresh?.();
          note(`${answer.status} for ${shown(request.headers.get("cookie"))}`);
          if (answer.ok && request.headers.has("authorization")) line.lastSeen = handledAt;
          comeBack(answer, handledAt);
        },
        () => {
          // Whether or not it has acted before it went away.
          if (refresh) line.budget.lose(handledAt);
          note(`the server broke off at ${shown(request.headers.get("cookie"))}`);
          fail(random.between(5, 500));
        },
      );
    });
    return promise;

    function note(what: string): void {
      if (!refresh) return;
      line.history.push(`${timeOfDay(time.now())} ${what}`);
      if (line.history.length > historyLength) line.history.shift();
    }

    function comeBack(answer: Response, handledAt: number): void {
      const renews = refresh && answer.ok;
      const mayLose = !renews || line.budget.mayLose();
      if (mayLose && renews && random.chance(tunnel.chance)) {
        line.deadUntil = time.now() + random.between(tunnel.least, tunnel.most);
        lose(handledAt, renews);
        return;
      }
      if (mayLose && random.chance(lossRate)) {
        lose(handledAt, renews);
        return;
      }
      time.after(delay(slowest.answer), () => {
        if (!line.awake && mayLose) {
          lose(handledAt, renews);
          return;
        }
        line.jar?.keep(answer.headers);
        note(`the answer of ${timeOfDay(handledAt)} arrives with ${shown(answer.headers.get("set-cookie"))}`);
        if (time.now() - handledAt > patienceMs && answer.headers.has("set-cookie")) facts.lateCookies++;
        if (renews) line.budget.receive(handledAt);
        if (renews) line.lastSession = Math.max(line.lastSession, handledAt);
        patience.cancelled = true;
        line.whenAwake(() => resolve(answer));
      });
    }

    function lose(handledAt: number, renews: boolean): void {
      facts.lostAnswers++;
      note(`the answer of ${timeOfDay(handledAt)} is lost`);
      if (renews) {
        facts.lostRenewals++;
        line.budget.lose(handledAt);
      }
      fail(random.between(50, 5 * second));
    }
  };
}

const timeOfDay = (at: number): string => new Date(at).toISOString().slice(11, -1);

/** Enough of a refresh token to tell it from others. */
const shown = (cookies: string | null): string =>
  cookies
    ?.match(/bpr_[\w-]+/g)
    ?.map((token) => token.slice(-6))
    .join(" and ") ?? "no token";

export type Network = ReturnType<typeof createNetwork>;

import { serverUrl } from "./cluster.ts";
import { createMachine } from "./machine.ts";
import { createPromise } from "./promise.ts";
import { minute, second, type Timer } from "./virtual-time.ts";
import type { Visitor } from "./visits.ts";
import type { Credentials, World } from "./world.ts";

const patienceMs = 15 * second;

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresIn: number;
}

/** A reader with an app: the refresh token comes in the body and is kept by the app, as the book advises. */
export function createAppReader(world: World, who: string, credentials: Credentials) {
  const { time, facts, network } = world;
  const random = world.random.fork(who);
  const machine = createMachine(time);
  const promise = createPromise({ time, facts, line: machine.line, who, kind: "account" });
  let refreshToken: string | undefined;
  let accessToken: string | undefined;
  let expiresAt = 0;
  let timer: Timer | undefined;
  let refreshing = false;
  facts.readers++;
  machine.close();

  const send = (path: string, body: object, accessToken?: string) =>
    network({
      line: machine.line,
      patienceMs,
      request: new Request(`${serverUrl}/api/v1${path}`, {
        method: accessToken === undefined ? "POST" : "GET",
        headers: {
          "content-type": "application/json",
          ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
        },
        ...(accessToken === undefined && { body: JSON.stringify(body) }),
      }),
    });

  async function keep(answer: Response): Promise<void> {
    const tokens = (await answer.json()) as Tokens;
    refreshToken = tokens.refreshToken;
    expiresAt = time.now() + tokens.expiresIn * second;
    refreshIn(tokens.expiresIn * second * random.between(0.9, 1));
    accessToken = tokens.accessToken;
    await confirm(accessToken);
  }

  /** As the client does: until the server has seen it, or there is a newer one. */
  async function confirm(sent: string): Promise<void> {
    if (sent !== accessToken) return;
    const answer = await send("/auth/session", {}, sent).catch(() => undefined);
    if (answer === undefined || answer.status >= 500)
      machine.setTimer(random.between(second, 30 * second), () => void confirm(sent));
  }

  function refreshIn(delayMs: number): void {
    if (timer) timer.cancelled = true;
    timer = machine.setTimer(delayMs, () => machine.line.awake && void refresh());
  }

  async function refresh(): Promise<void> {
    if (refreshing) return;
    refreshing = true;
    try {
      const ask = () => send("/auth/refresh", { refreshToken });
      const answer = await (refreshToken === undefined
        ? send("/auth/login", { ...credentials, delivery: "body" })
        : ask().catch(ask));
      if (answer.ok) {
        if (refreshToken === undefined) promise.begin();
        await keep(answer);
      } else if (answer.status === 401) {
        promise.end(await answer.text());
        refreshToken = undefined;
        refreshIn(minute);
      } else refreshIn(20 * second);
    } catch {
      refreshIn(random.between(second, minute));
    } finally {
      refreshing = false;
    }
  }

  const visitor: Visitor = {
    come() {
      machine.open();
      if (expiresAt - time.now() < minute) void refresh();
    },
    go: () => machine.close(),
  };
  return { visitor, machine, refreshToken: () => refreshToken };
}

export type AppReader = ReturnType<typeof createAppReader>;

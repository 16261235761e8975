import { type Client, createClient } from "../packages/client/src/client.ts";
import { createBoundFetch, type Vault } from "../packages/client/src/dpop.ts";
import { serverUrl } from "./cluster.ts";
import type { Machine } from "./machine.ts";
import type { Network } from "./network.ts";
import type { Random } from "./random.ts";
import { inTab, type TabGlobals } from "./tab-globals.ts";
import { minute, type Timer, type VirtualTime } from "./virtual-time.ts";

/** What the tabs of one browser share. */
export interface Browser {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly network: Network;
  readonly machine: Machine;
  readonly storage: object;
  readonly channels: Set<Channel>;
  /** Where the key is kept that the sessions of this browser are bound to; none: they are in a cookie. */
  readonly vault: Vault | undefined;
}

interface Channel {
  onmessage: ((event: { data: unknown }) => void) | null;
  readonly deliver: (data: unknown) => void;
}

/** A tab with the book open in it. */
export interface Tab {
  readonly client: Client;
  /** Runs something as a script of this tab. */
  readonly run: <Result>(act: () => Result) => Result;
  readonly show: () => void;
  readonly hide: () => void;
  readonly close: () => void;
}

/** Behaves like `Storage` as far as the client's calls and `Object.keys` go. */
export function createStorage(): object {
  const entries: Record<string, string> = Object.create({
    getItem: (key: string) => entries[key] ?? null,
    setItem: (key: string, value: string) => {
      entries[key] = value;
    },
    removeItem: (key: string) => {
      delete entries[key];
    },
  });
  return entries;
}

/** Opens the book in a tab that nobody looks at yet; its client is the one that readers get. */
export function openTab(browser: Browser): Tab {
  const { time, random, network, machine } = browser;
  const patience = new WeakMap<AbortSignal, number>();
  const page = Object.assign(new EventTarget(), { hidden: true, baseURI: `${serverUrl}/` });
  Object.defineProperty(page, "cookie", { get: () => machine.line.jar?.forScripts() ?? "" });

  class TabChannel implements Channel {
    onmessage: Channel["onmessage"] = null;
    constructor() {
      browser.channels.add(this);
    }
    readonly deliver = (data: unknown) => {
      machine.setTimer(1, () => inTab(globals, () => this.onmessage?.({ data })));
    };
    postMessage(data: unknown) {
      for (const channel of browser.channels) if (channel !== this) channel.deliver(data);
    }
    close() {
      browser.channels.delete(this);
    }
  }

  const timer = (act: () => void, delayMs: number): Timer =>
    machine.setTimer(delayMs, () => inTab(globals, act));
  const cancel = (given: unknown) => {
    if (isTimer(given)) given.cancelled = true;
  };
  const globals: TabGlobals = {
    now: time.now,
    random: random.next,
    setTimeout: timer,
    clearTimeout: cancel,
    timeoutSignal: (milliseconds) => {
      const { signal } = new AbortController();
      patience.set(signal, milliseconds);
      return signal;
    },
    fetch: (input, init) =>
      network({
        line: machine.line,
        request: new Request(input, { ...init, signal: null }),
        patienceMs: (init?.signal && patience.get(init.signal)) ?? 5 * minute,
      }),
    localStorage: browser.storage,
    sessionStorage: createStorage(),
    document: page,
    cookieStore: { delete: async (name: string) => machine.line.jar?.remove(name) },
    BroadcastChannel: TabChannel,
    requestIdleCallback: (act) => timer(act, random.between(5, 500)),
    cancelIdleCallback: cancel,
    hold: time.hold,
  };
  const run = <Result>(act: () => Result) => inTab(globals, act);
  const { client, stop } = run(() => {
    const { vault } = browser;
    const client = createClient({
      baseUrl: serverUrl,
      ...(vault && { fetch: createBoundFetch({ baseUrl: serverUrl, vault }) }),
    });
    return { client, stop: client.start() };
  });

  function look(hidden: boolean): void {
    if (page.hidden === hidden) return;
    page.hidden = hidden;
    run(() => page.dispatchEvent(new Event("visibilitychange")));
  }

  return { client, run, show: () => look(false), hide: () => look(true), close: () => run(stop) };
}

const isTimer = (value: unknown): value is Timer =>
  typeof value === "object" && value !== null && "cancelled" in value;

// The readers run the client as it is shipped. What it takes from the browser (the time, timers, chance, storage, the
// document, the network) is answered per tab: each tab's work carries the tab along, through promises and timers.
import { AsyncLocalStorage } from "node:async_hooks";

/** What a browser gives to the scripts of one tab. */
export interface TabGlobals {
  readonly now: () => number;
  readonly random: () => number;
  readonly setTimeout: (act: () => void, delayMs: number) => unknown;
  readonly clearTimeout: (timer: unknown) => void;
  readonly timeoutSignal: (milliseconds: number) => AbortSignal;
  readonly fetch: typeof fetch;
  readonly localStorage: object;
  readonly sessionStorage: object;
  readonly document: object;
  readonly cookieStore: object;
  readonly BroadcastChannel: object;
  readonly requestIdleCallback: (act: () => void) => unknown;
  readonly cancelIdleCallback: (timer: unknown) => void;
  /** Time stands still while this goes on: keys are made and used by other threads. */
  readonly hold: <Result>(work: Promise<Result>) => Promise<Result>;
}

const tab = new AsyncLocalStorage<TabGlobals>();

/** Runs a tab's script. */
export const inTab = <Result>(globals: TabGlobals, act: () => Result): Result => tab.run(globals, act);

/** Runs what is no tab's: a server's work must not see a reader's clock. */
export const outsideTabs = <Result>(act: () => Result): Result => tab.exit(act);

/** From here on `Date.now()`, `setTimeout` and so on are those of the tab whose script calls them. */
export function installTabGlobals(): void {
  for (const name of ["now", "random"] as const) {
    const owner = name === "now" ? Date : Math;
    const outside = name === "now" ? Date.now : Math.random;
    Object.defineProperty(owner, name, { value: () => tab.getStore()?.[name]() ?? outside() });
  }
  for (const name of ["generateKey", "exportKey", "sign", "digest"] as const) {
    const outside: CallableFunction = crypto.subtle[name];
    Object.defineProperty(crypto.subtle, name, {
      value: (...values: unknown[]) => {
        const work: Promise<unknown> = Reflect.apply(outside, crypto.subtle, values);
        return tab.getStore()?.hold(work) ?? work;
      },
    });
  }
  const signals = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (milliseconds) =>
    tab.getStore()?.timeoutSignal(milliseconds) ?? signals(milliseconds);
  const names = [
    "setTimeout",
    "clearTimeout",
    "fetch",
    "localStorage",
    "sessionStorage",
    "document",
    "cookieStore",
    "BroadcastChannel",
    "requestIdleCallback",
    "cancelIdleCallback",
  ] as const;
  for (const name of names) {
    const outside: unknown = name.endsWith("Storage") ? undefined : Reflect.get(globalThis, name);
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get: () => tab.getStore()?.[name] ?? outside,
    });
  }
}

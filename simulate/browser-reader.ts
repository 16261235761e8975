import { createMemoryVault, type Vault } from "../packages/client/src/dpop.ts";
import { createCookieJar } from "./cookie-jar.ts";
import { createMachine } from "./machine.ts";
import { createPromise } from "./promise.ts";
import { createStorage, openTab, type Tab } from "./tab.ts";
import { hour, minute, second } from "./virtual-time.ts";
import type { Visitor } from "./visits.ts";
import type { Credentials, World } from "./world.ts";

const restartedBrowser = 0.1;
/** How often the lid opens onto every tab at once. */
const allTabsAtOnce = 0.5;
const tryAgainMs = 20 * second;

export interface BrowserReaderOptions {
  readonly tabs: number;
  /** None: a guest, who cannot sign in again. */
  readonly credentials?: Credentials | undefined;
  /** The sessions are bound to a key of the browser, and their refresh tokens come in the body. */
  readonly bound?: boolean;
}

/**
 * A reader with many tabs of the book in one browser: they share cookies and storage, wake together, are closed and opened
 * again.
 */
export function createBrowserReader(world: World, who: string, options: BrowserReaderOptions) {
  const { credentials } = options;
  const { time, facts, network } = world;
  const random = world.random.fork(who);
  const jar = createCookieJar();
  const machine = createMachine(time, jar);
  const kept = options.bound ? createWatchedVault() : undefined;
  const browser = {
    time,
    random,
    network,
    machine,
    storage: createStorage(),
    channels: new Set<never>(),
    vault: kept?.vault,
  };
  const kind = credentials ? "account" : "guest";
  const promise = createPromise({ time, facts, line: machine.line, who, kind });
  let tabs: Tab[] = [];
  let visit = 0;

  facts.readers++;
  facts.tabs += options.tabs;
  openTabs();
  machine.close();

  function openTabs(): void {
    tabs = Array.from({ length: options.tabs }, () => {
      const tab = openTab(browser);
      tab.client.subscribe(() => judge(tab));
      return tab;
    });
  }

  const isHere = ({ client }: Tab) => {
    const state = client.getSnapshot();
    if (state.status === "unknown") return undefined;
    return state.status === "user" || state.guestAccount !== null;
  };

  function judge(tab: Tab): void {
    // A tab that has not asked yet knows nothing; one that has been closed is not believed.
    if (isHere(tab) === false && tabs.includes(tab)) promise.end(JSON.stringify(tab.client.getSnapshot()));
  }

  /** In the tab that the reader looks at, until it works. */
  async function signIn(tab: Tab, duringVisit: number): Promise<void> {
    try {
      if (isHere(tab) !== true) {
        await tab.run(() => (credentials ? tab.client.auth.login(credentials) : tab.client.ensureGuest()));
        promise.begin();
      }
      // Another tab knows already that the session is over; this one has not heard it yet.
      if (!promise.isSignedIn()) throw new Error("Nothing to sign in to yet.");
      // A guest who owns nothing is kept for a day only.
      if (!credentials) await tab.run(() => tab.client.chats.create({}));
    } catch {
      time.after(tryAgainMs, () => duringVisit === visit && void signIn(tab, duringVisit));
    }
  }

  const visitor: Visitor = {
    come() {
      visit++;
      const thisVisit = visit;
      machine.open();
      if (random.chance(restartedBrowser)) {
        for (const tab of tabs.splice(0)) tab.close();
        openTabs();
      }
      const shown = random.chance(allTabsAtOnce) ? tabs.length : Math.ceil(random.between(0, 5));
      for (const tab of tabs.slice(0, shown)) time.after(random.between(0, 300), () => tab.show());
      time.after(random.between(minute, hour), () => {
        for (const tab of tabs.slice(Math.ceil(random.between(0, 3)))) tab.hide();
      });
      const looksAt = tabs[0];
      // Whoever was signed out notices only now and then.
      time.after(5 * second, () => {
        if (thisVisit === visit && looksAt && !promise.isSignedIn()) void signIn(looksAt, thisVisit);
      });
    },
    go() {
      visit++;
      for (const tab of tabs) tab.hide();
      machine.close();
    },
  };
  return { visitor, machine, refreshToken: () => (kept ? kept.refreshToken() : jar.read("bookplate")) };
}

export type BrowserReader = ReturnType<typeof createBrowserReader>;

/** A thief can copy what is in it, but not the key. */
function createWatchedVault() {
  const inner = createMemoryVault();
  let refreshToken: string | undefined;
  const vault: Vault = {
    ...inner,
    async write(...values) {
      await inner.write(...values);
      refreshToken = (await inner.read("refreshToken")) ?? undefined;
    },
  };
  return { vault, refreshToken: () => refreshToken };
}

import { createBrowserStorage } from "./browser-storage.ts";
import { type Refreshing, requestSession, type SessionRequests, sayGoodbye } from "./session-requests.ts";
import { accountOf, type SessionState, stateOf, unknown } from "./session-state.ts";
import type { Session } from "./shapes.ts";
import { createStore, type Store } from "./store.ts";
import { joinTabs, type TabMessage, type Tabs } from "./tabs.ts";
import { backOff, whenIdle } from "./timing.ts";

/** The reader's session in this tab: tokens in memory, one refresh at a time, in step with the other tabs. */
export interface SessionKeeper {
  readonly store: Store<SessionState>;
  /** Restores what there is and listens to other tabs. Without a mark in the browser nothing is requested. */
  readonly start: () => () => void;
  /**
   * The current access token, refreshed first where less than `leastLeft` ms of it are left.
   *
   * @returns `null` where nobody is there; an {@link Unreachable} where that cannot be found out now
   */
  readonly accessToken: (leastLeft?: number) => Promise<string | null | Unreachable>;
  /** A token other than the refused one; refreshes unless somebody already has. */
  readonly replace: (refused: string) => Promise<string | null | Unreachable>;
  /** Takes over the session of a sign-in and tells the other tabs. */
  readonly adopt: (session: Session) => void;
  /** A fresher token of the same session. */
  readonly renew: (fresh: Pick<Session, "accessToken" | "expiresIn">) => void;
  /** The id of whoever is here. */
  readonly reader: () => string | undefined;
  /** The server said that the session of this token is over. */
  readonly lose: (token: string) => void;
  /** Signs out here at once, drafts included, then at the server; a failed call is made up for at the next start. */
  readonly signOut: () => Promise<void>;
  /** Makes up for a sign-out that did not reach the server. */
  readonly settle: () => Promise<void>;
}

export type Unreachable = Extract<Refreshing, { readonly unreachable: true }>;

/** @param requests - where the server is and how to reach it */
export function createSessionKeeper(requests: SessionRequests, storageKey: string): SessionKeeper {
  const store = createStore<SessionState>(unknown);
  const storage = createBrowserStorage(storageKey);
  let token: { value: string; expiresAt: number; life: number } | null = null;
  let restorable = false;
  // Raised whenever somebody comes or goes, so that an answer that was on its way meanwhile is not believed.
  let generation = 0;
  let failures = 0;
  let refreshing: Promise<Unreachable | null> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let confirming: ReturnType<typeof setTimeout> | undefined;
  let tabs: Tabs | null = null;

  const left = () => (token === null ? 0 : token.expiresAt - Date.now());
  const hidden = () => typeof document !== "undefined" && document.hidden;

  function refreshIn(delay: number) {
    clearTimeout(timer);
    // A tab that nobody looks at does not keep the session alive; it catches up when it is shown.
    timer = setTimeout(() => !hidden() && void refresh(), delay);
  }

  function keepToken({ accessToken, expiresIn }: Pick<Session, "accessToken" | "expiresIn">) {
    const life = expiresIn * 1000;
    token = { value: accessToken, expiresAt: Date.now() + life, life };
    // A random point of the last tenth: a thousand readers do not come back in step.
    refreshIn(life * (0.9 + Math.random() / 10));
  }

  function accept(session: Session, state: SessionState) {
    restorable = true;
    failures = 0;
    storage.writeMark("restore");
    store.set(state);
    keepToken(session);
  }

  function forget(because?: "session-ended") {
    const before = store.getSnapshot();
    generation++;
    token = null;
    restorable = false;
    clearTimeout(timer);
    storage.writeMark(null);
    const ended = because !== undefined && before.status === "user" ? { endedBecause: because } : {};
    store.set({ status: "guest", guestAccount: null, ...ended });
  }

  function refresh(): Promise<Unreachable | null> {
    refreshing ??= runRefresh().finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  async function runRefresh(): Promise<Unreachable | null> {
    const begun = generation;
    const outcome = await requestSession(requests);
    if (begun !== generation) return restorable && token === null ? runRefresh() : null;
    if ("session" in outcome) {
      const before = store.getSnapshot();
      const { account, claimable } = outcome.session;
      const state = { ...stateOf(account), claimable: claimable?.conversations };
      const fell = before.status === "user" && state.status === "guest";
      accept(outcome.session, fell ? { ...state, endedBecause: "session-ended" } : state);
      void confirm(outcome.session.accessToken);
      return null;
    }
    if ("ended" in outcome) {
      forget("session-ended");
      return null;
    }
    if (outcome.hopeless && store.getSnapshot() === unknown)
      store.set({ status: "guest", guestAccount: null });
    else refreshIn(backOff(failures++));
    return outcome;
  }

  async function confirm(sent: string, attempts = 0) {
    // Only whoever is somebody loads it; a chunk that does not come is asked for again.
    const outcome = await import("./sight-token.ts").then(
      ({ sightToken }) => sightToken(requests, sent),
      () => "unreachable" as const,
    );
    if (token?.value !== sent) return;
    if (outcome === "ended") forget("session-ended");
    // Until the server has seen it, a thief's refresh looks like a lost answer of ours.
    if (outcome === "unreachable")
      confirming = setTimeout(() => void confirm(sent, attempts + 1), backOff(attempts));
  }

  function hear({ type, userId }: TabMessage) {
    const state = store.getSnapshot();
    const mine = accountOf(state)?.id;
    if (type === "signed-in") {
      generation++;
      token = null;
      restorable = true;
      if (mine !== userId) store.set(unknown);
      void refresh();
    } else if (mine === userId || state === unknown) {
      storage.wipeDrafts();
      forget();
    }
  }

  function whenShown() {
    if (!hidden() && restorable && left() < (token?.life ?? 0) / 10) void refresh();
  }

  async function accessToken(leastLeft = 0): Promise<string | null | Unreachable> {
    if (token !== null && left() > leastLeft) return token.value;
    if (!restorable) restorable = store.getSnapshot() === unknown && storage.readMark() === "restore";
    if (!restorable) return null;
    const failure = await refresh();
    return failure !== null && left() <= 0 ? failure : (token?.value ?? null);
  }

  async function settle() {
    if (storage.readMark() !== "sign-out") return;
    await refreshing;
    // A sign-in meanwhile has put a session of its own in the place of the one that was to end.
    if ((await sayGoodbye(requests)) && storage.readMark() === "sign-out") storage.writeMark(null);
  }

  return {
    store,
    accessToken,
    settle,
    start() {
      tabs = joinTabs(hear);
      const mark = storage.readMark();
      let forgetIdle = () => {};
      if (mark === "restore") {
        restorable = true;
        // A call may have restored it meanwhile.
        if (token === null) forgetIdle = whenIdle(() => token === null && void refresh());
      } else if (store.getSnapshot() === unknown) {
        store.set({ status: "guest", guestAccount: null });
        void settle();
      }
      globalThis.document?.addEventListener("visibilitychange", whenShown);
      return () => {
        tabs?.close();
        tabs = null;
        forgetIdle();
        clearTimeout(timer);
        clearTimeout(confirming);
        globalThis.document?.removeEventListener("visibilitychange", whenShown);
      };
    },
    async replace(refused) {
      if (token?.value === refused) token = null;
      return accessToken();
    },
    adopt(session) {
      generation++;
      accept(session, stateOf(session.account));
      tabs?.tell({ type: "signed-in", userId: session.account.id });
    },
    renew(fresh) {
      // A refresh that is under way may bring an older one.
      generation++;
      keepToken(fresh);
    },
    reader: () => accountOf(store.getSnapshot())?.id,
    lose(lost) {
      if (token?.value === lost) forget("session-ended");
    },
    async signOut() {
      const userId = accountOf(store.getSnapshot())?.id;
      storage.wipeDrafts();
      forget();
      storage.writeMark("sign-out");
      if (userId !== undefined) tabs?.tell({ type: "signed-out", userId });
      await settle();
    },
  };
}

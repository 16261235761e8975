import type { Calls } from "./calls.ts";
import { createSessionKeeper } from "./session.ts";
import type { SessionState } from "./session-state.ts";

export interface ClientOptions {
  /** Origin of the Bookplate server; empty where the book and the server share one. */
  readonly baseUrl?: string;
  /**
   * Origins of the author's own APIs, such as `https://api.example.org`, that may see the reader's token. The server's
   * and the page's own may without being named.
   */
  readonly apiOrigins?: readonly string[];
  /** Names the site in the browser's storage, so that two books on one origin stay apart. */
  readonly storageKey?: string;
  /** Stands in for the global `fetch`. */
  readonly fetch?: typeof fetch;
}

/** A book's connection to its Bookplate server. Knows no UI; everything but the session is loaded with the first call. */
export interface Client extends Calls {
  readonly getSnapshot: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Restores the session if there may be one, and follows the other tabs. @returns stops following */
  readonly start: () => () => void;
  /** Prefix of whatever belongs to this reader in the browser's storage: keys `<storageKey>:…` go at sign-out. */
  readonly storageKey: string;
}

/**
 * Makes a client. Nothing is requested and no storage is read before `start()`.
 *
 * @throws nothing; its calls reject with the family of `ClientError`
 */
export function createClient(options: ClientOptions = {}): Client {
  const { baseUrl = "", apiOrigins = [], storageKey = "bookplate" } = options;
  // Looked up at each call, so that a page may still put its own in place.
  const send: typeof fetch = options.fetch ?? ((input, init) => fetch(input, init));
  const session = createSessionKeeper({ baseUrl, fetch: send }, storageKey);

  let loading: Promise<Calls> | null = null;
  const load = () => {
    loading ??= import("./calls.ts")
      .then(({ createCalls }) => createCalls({ baseUrl, apiOrigins, fetch: send, session }))
      .catch((error) => {
        loading = null;
        throw error;
      });
    return loading;
  };
  const later =
    <Values extends unknown[], Result>(pick: (calls: Calls) => (...values: Values) => Promise<Result>) =>
    async (...values: Values) =>
      pick(await load())(...values);

  return {
    storageKey,
    getSnapshot: session.store.getSnapshot,
    subscribe: session.store.subscribe,
    start: session.start,
    ensureGuest: later((calls) => calls.ensureGuest),
    auth: {
      register: later(({ auth }) => auth.register),
      resendVerification: later(({ auth }) => auth.resendVerification),
      verifyEmail: later(({ auth }) => auth.verifyEmail),
      login: later(({ auth }) => auth.login),
      logout: session.signOut,
      restore: later(({ auth }) => auth.restore),
    },
    account: {
      get: later(({ account }) => account.get),
      update: later(({ account }) => account.update),
      preferences: later(({ account }) => account.preferences),
      updatePreferences: later(({ account }) => account.updatePreferences),
      devices: later(({ account }) => account.devices),
      endDevice: later(({ account }) => account.endDevice),
      endOtherDevices: later(({ account }) => account.endOtherDevices),
      activity: later(({ account }) => account.activity),
    },
    chats: {
      create: later(({ chats }) => chats.create),
      list: later(({ chats }) => chats.list),
      get: later(({ chats }) => chats.get),
      rename: later(({ chats }) => chats.rename),
      remove: later(({ chats }) => chats.remove),
      messages: later(({ chats }) => chats.messages),
      async *ask(...question) {
        yield* (await load()).chats.ask(...question);
      },
    },
    book: { search: later(({ book }) => book.search) },
    fetch: async (input, init) => (await load()).fetch(input, init),
    tokenFor: later((calls) => calls.tokenFor),
  };
}

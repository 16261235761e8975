import type { AnswerEvent } from "./calls/answer-stream.ts";
import type { Calls, LoadedCalls, Subject } from "./calls.ts";
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

/**
 * A book's connection to its Bookplate server. Knows no UI; everything but the session is loaded with the first call.
 * Calls are made when they are named, such as `client.account.get`: a subject can be passed around, and not be spread.
 */
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

  let loading: Promise<LoadedCalls> | null = null;
  const load = () => {
    loading ??= import("./calls.ts")
      .then(({ createCalls }) => createCalls({ baseUrl, apiOrigins, fetch: send, session }))
      .catch((error) => {
        loading = null;
        throw error;
      });
    return loading;
  };
  const loadSubject = async <Name extends Subject>(name: Name): Promise<Calls[Name]> =>
    (await load()).subjects[name]();

  /**
   * The calls of a subject, each made when it is first named and the same from then on. No list of them: every
   * signed-out page would carry it.
   */
  function subject<Name extends Subject>(name: Name, own: Partial<Calls[Name]> = {}): Calls[Name] {
    const made = new Map<string | symbol, unknown>(Object.entries(own));
    return new Proxy({} as Calls[Name], {
      get(_, call) {
        // Whoever awaits a subject would call this one.
        if (call === "then" || typeof call === "symbol") return undefined;
        if (!made.has(call)) {
          made.set(call, async (...values: unknown[]) => {
            const known = ((await loadSubject(name)) as unknown as Calling)[call];
            if (known === undefined) throw new TypeError(`There is no call ${name}.${call}.`);
            return known(...values);
          });
        }
        return made.get(call);
      },
    });
  }

  /** A call of `chats` whose answer is followed while it comes. */
  const streamed = (call: "ask" | "resume") =>
    async function* (...values: unknown[]) {
      yield* ((await loadSubject("chats")) as unknown as Streaming)[call](...values);
    };

  return {
    storageKey,
    getSnapshot: session.store.getSnapshot,
    subscribe: session.store.subscribe,
    start: session.start,
    ensureGuest: async () => (await load()).ensureGuest(),
    auth: subject("auth", { logout: session.signOut, restore: async () => (await load()).restore() }),
    passkeys: subject("passkeys"),
    account: subject("account"),
    chats: subject("chats", { ask: streamed("ask"), resume: streamed("resume") }),
    book: subject("book"),
    bookmarks: subject("bookmarks"),
    usage: subject("usage"),
    fetch: async (input, init) => (await load()).fetch(input, init),
    tokenFor: async (...values) => (await load()).tokenFor(...values),
  };
}

/** Any subject, as it is called by name. */
type Streaming = Readonly<Record<"ask" | "resume", (...values: unknown[]) => AsyncIterable<AnswerEvent>>>;
type Calling = Readonly<Record<string, (...values: unknown[]) => Promise<unknown>>>;

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

  /** Calls of a subject, by their names alone: every signed-out page carries this list. */
  const later = <Name extends Subject, Call extends keyof Calls[Name] & string>(
    name: Name,
    ...calls: Call[]
  ) => {
    const entries = calls.map((call) => [
      call,
      async (...values: unknown[]) => {
        const made: unknown = (await loadSubject(name))[call];
        return (made as (...values: unknown[]) => Promise<unknown>)(...values);
      },
    ]);
    return Object.fromEntries(entries) as Pick<Calls[Name], Call>;
  };

  return {
    storageKey,
    getSnapshot: session.store.getSnapshot,
    subscribe: session.store.subscribe,
    start: session.start,
    ensureGuest: async () => (await load()).ensureGuest(),
    auth: {
      ...later(
        "auth",
        "register",
        "resendVerification",
        "verifyEmail",
        "login",
        "ways",
        "askForMagicLink",
        "signInWithMagicLink",
        "beginProvider",
        "finishProvider",
        "claimConversations",
        "leaveConversations",
        "secondFactor",
        "forgotPassword",
        "resetPassword",
        "changePassword",
        "stepUp",
        "mailStepUpCode",
      ),
      restore: async () => (await load()).restore(),
      logout: session.signOut,
    },
    passkeys: later("passkeys", "known", "signIn", "stepUp", "list", "add", "rename", "remove"),
    account: later(
      "account",
      "get",
      "update",
      "preferences",
      "updatePreferences",
      "devices",
      "endDevice",
      "endOtherDevices",
      "activity",
      "changeEmail",
      "confirmEmail",
      "undoEmail",
      "signInMethods",
      "linkProvider",
      "finishLink",
      "unlinkProvider",
      "beginTotp",
      "confirmTotp",
      "renewRecoveryCodes",
      "removeSecondFactor",
      "trustedDevices",
      "forgetTrustedDevice",
      "forgetTrustedDevices",
      "export",
      "remove",
    ),
    chats: {
      ...later("chats", "create", "list", "get", "rename", "remove", "messages"),
      async *ask(...question) {
        yield* (await loadSubject("chats")).ask(...question);
      },
    },
    book: later("book", "search"),
    fetch: async (input, init) => (await load()).fetch(input, init),
    tokenFor: async (...values) => (await load()).tokenFor(...values),
  };
}

import type { AccountCalls } from "./calls/account.ts";
import { type CallsContext, createApi } from "./calls/api.ts";
import type { AuthCalls } from "./calls/auth.ts";
import type { BookCalls } from "./calls/book.ts";
import type { BookmarkCalls } from "./calls/bookmarks.ts";
import type { ChatCalls } from "./calls/chats.ts";
import { createAsSomebody, createGuestMaker } from "./calls/guest-maker.ts";
import type { PasskeyCalls } from "./calls/passkeys.ts";
import type { ReaderToken } from "./calls/reader-token.ts";
import type { UsageCalls } from "./calls/usage.ts";

/** Everything that can be asked of the server, by subject. */
export interface Calls {
  /** Makes a guest of this browser where nobody is here yet; one at a time. `chats.create` and `bookmarks.add` do so by themselves. */
  readonly ensureGuest: () => Promise<void>;
  readonly auth: AuthCalls;
  readonly account: AccountCalls;
  readonly passkeys: PasskeyCalls;
  readonly chats: ChatCalls;
  readonly book: BookCalls;
  readonly bookmarks: BookmarkCalls;
  readonly usage: UsageCalls;
  /**
   * `fetch` for the author's own API: with the token of whoever reads, account or guest. A token that is refused is
   * refreshed once, and the request repeated once if its body is no stream. The token goes to no other origin than the
   * server's, the page's and those of `apiOrigins`; a request to any other, or with an `Authorization` header of its
   * own, is an ordinary one. Like `fetch`, it resolves whatever the status.
   *
   * @throws NetworkError where no answer came, or where it cannot be found out now who reads
   */
  readonly fetch: typeof fetch;
  /**
   * The reader's access token, for an HTTP library or a web socket of the author's choice.
   *
   * @returns `null` where nobody is here yet, and for an address that the token may not go to
   * @throws NetworkError or ProblemError where it cannot be found out now who reads
   */
  readonly tokenFor: ReaderToken;
}

/** What the client turns into {@link Calls}: a subject that few readers need comes with its own first call. */
export interface LoadedCalls extends Omit<Calls, Subject> {
  readonly restore: AuthCalls["restore"];
  readonly subjects: { readonly [Name in Subject]: () => Calls[Name] | Promise<Calls[Name]> };
}

export type Subject = "auth" | "account" | "passkeys" | "chats" | "book" | "bookmarks" | "usage";

/** Loaded with the first call: a signed-out page does not pay for it. */
export function createCalls(context: CallsContext): LoadedCalls {
  const { session } = context;
  const api = createApi(context);
  const tokenFor: ReaderToken = async (...values) =>
    (await import("./calls/reader-token.ts")).createReaderToken(context)(...values);
  const ensureGuest = createGuestMaker(api, session);
  const restore = async () => void (await api.restored());
  const signIns = async () => (await import("./calls/auth.ts")).createAuthCalls(api, session);
  const asSomebody = createAsSomebody(api, ensureGuest);
  return {
    ensureGuest,
    async fetch(input, init) {
      const { createAuthorisedFetch } = await import("./calls/authorised-fetch.ts");
      return createAuthorisedFetch(context.fetch, tokenFor)(input, init);
    },
    tokenFor,
    restore,
    subjects: {
      auth: async () => ({ ...(await signIns()), restore, logout: session.signOut }),
      chats: async () => (await import("./calls/chats.ts")).createChatCalls(api, asSomebody),
      book: async () => (await import("./calls/book.ts")).createBookCalls(api),
      bookmarks: async () => (await import("./calls/bookmarks.ts")).createBookmarkCalls(api, asSomebody),
      usage: async () => (await import("./calls/usage.ts")).createUsageCalls(api),
      account: async () => (await import("./calls/account.ts")).createAccountCalls(api, session),
      async passkeys() {
        const [{ createPasskeyCalls }, auth] = await Promise.all([import("./calls/passkeys.ts"), signIns()]);
        return createPasskeyCalls(api, auth);
      },
    },
  };
}

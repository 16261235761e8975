import { type AccountCalls, createAccountCalls } from "./calls/account.ts";
import { type CallsContext, createApi } from "./calls/api.ts";
import { type AuthCalls, createAuthCalls, createGuestMaker } from "./calls/auth.ts";
import { type BookCalls, createBookCalls } from "./calls/book.ts";
import { type ChatCalls, createChatCalls } from "./calls/chats.ts";

/** Everything that can be asked of the server, by subject. */
export interface Calls {
  /** Makes a guest of this browser where nobody is here yet; one at a time. `chats.create` does so by itself. */
  readonly ensureGuest: () => Promise<void>;
  readonly auth: AuthCalls;
  readonly account: AccountCalls;
  readonly chats: ChatCalls;
  readonly book: BookCalls;
}

/** Loaded with the first call: a signed-out page does not pay for it. */
export function createCalls(context: CallsContext): Calls {
  const api = createApi(context);
  const ensureGuest = createGuestMaker(api, context.session);
  return {
    ensureGuest,
    auth: { ...createAuthCalls(api, context.session), logout: context.session.signOut },
    account: createAccountCalls(api, context.session),
    chats: createChatCalls(api, ensureGuest),
    book: createBookCalls(api),
  };
}

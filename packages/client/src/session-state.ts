import type { Account } from "./shapes.ts";

/**
 * Who is reading. `unknown` until the first answer, also in the static rendering; `guest` means not signed in, whether
 * or not a guest identity exists yet.
 */
export type SessionState =
  | { readonly status: "unknown" }
  | {
      readonly status: "guest";
      readonly guestAccount: Account | null;
      /** Set where the session ended under the reader's hands: elsewhere signed out, banned, password changed. */
      readonly endedBecause?: "session-ended";
    }
  | {
      readonly status: "user";
      readonly account: Account;
      /** Set where a session was restored while a guest's things wait for a yes: how many conversations are among them. */
      readonly claimable?: number | undefined;
    };

export const unknown: SessionState = { status: "unknown" };

export function stateOf(account: Account): SessionState {
  return account.guest ? { status: "guest", guestAccount: account } : { status: "user", account };
}

/** The account or guest account of a state, `null` where there is neither. */
export function accountOf(state: SessionState): Account | null {
  if (state.status === "user") return state.account;
  return state.status === "guest" ? state.guestAccount : null;
}

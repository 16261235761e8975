import type { SessionKeeper } from "../session.ts";
import { stateOf } from "../session-state.ts";
import type { Account, Preferences, PreferencesUpdate, ProfileUpdate } from "../shapes.ts";
import { type Api, accepted } from "./api.ts";

export interface AccountCalls {
  readonly get: () => Promise<Account>;
  readonly update: (profile: ProfileUpdate) => Promise<Account>;
  readonly preferences: () => Promise<Preferences>;
  readonly updatePreferences: (preferences: PreferencesUpdate) => Promise<Preferences>;
}

export function createAccountCalls({ signed }: Api, session: SessionKeeper): AccountCalls {
  const show = (account: Account): Account => {
    session.store.set(stateOf(account));
    return account;
  };
  return {
    get: async () => show(accepted(await signed.GET("/me"))),
    update: async (body) => show(accepted(await signed.PATCH("/me", { body }))),
    preferences: async () => accepted(await signed.GET("/me/preferences")),
    updatePreferences: async (body) => accepted(await signed.PATCH("/me/preferences", { body })),
  };
}

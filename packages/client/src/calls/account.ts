import type { SessionKeeper } from "../session.ts";
import { accountOf, stateOf } from "../session-state.ts";
import type {
  Account,
  Device,
  Page,
  Preferences,
  PreferencesUpdate,
  ProfileUpdate,
  SecurityEvent,
} from "../shapes.ts";
import { type Api, accepted } from "./api.ts";
import type { ListQuery } from "./chats.ts";
import { type ClaimServerCalls, createClaimServerCalls } from "./claim-server.ts";
import { createEmailCalls, type EmailCalls } from "./email.ts";
import { createPersonalDataCalls, type PersonalDataCalls } from "./personal-data.ts";
import { createProviderLinkCalls, type ProviderLinkCalls } from "./providers.ts";
import { createSecondFactorCalls, type SecondFactorCalls } from "./second-factor.ts";
import { renameInBrowser } from "./webauthn.ts";

export interface AccountCalls
  extends ClaimServerCalls,
    EmailCalls,
    SecondFactorCalls,
    PersonalDataCalls,
    ProviderLinkCalls {
  readonly get: () => Promise<Account>;
  readonly update: (profile: ProfileUpdate) => Promise<Account>;
  readonly preferences: () => Promise<Preferences>;
  readonly updatePreferences: (preferences: PreferencesUpdate) => Promise<Preferences>;
  /** Where the reader is signed in, the newest sign-in first. */
  readonly devices: (query?: ListQuery) => Promise<Page<Device>>;
  /** Signs one device out; its tokens end at once. */
  readonly endDevice: (id: string) => Promise<void>;
  /** Signs every device out but this one. */
  readonly endOtherDevices: () => Promise<void>;
  /** What happened around the account's safety, newest first. */
  readonly activity: (query?: ListQuery) => Promise<Page<SecurityEvent>>;
}

export function createAccountCalls(api: Api, session: SessionKeeper): AccountCalls {
  const { signed } = api;
  const here = () => accountOf(session.store.getSnapshot());
  /** An answer that comes after its reader has gone must not bring them back. */
  const show = (account: Account): Account => {
    if (here()?.id === account.id) session.store.set(stateOf(account));
    return account;
  };
  const get = async () => show(accepted(await signed.GET("/me")));
  return {
    ...createEmailCalls(api, get, () => here() !== null),
    ...createSecondFactorCalls(api, get),
    ...createPersonalDataCalls(api, session),
    ...createProviderLinkCalls(api),
    ...createClaimServerCalls(api, session),
    get,
    async update(body) {
      const account = show(accepted(await signed.PATCH("/me", { body })));
      renameInBrowser(account);
      return account;
    },
    preferences: async () => accepted(await signed.GET("/me/preferences")),
    async updatePreferences(body) {
      const asked = here();
      const preferences = accepted(await signed.PATCH("/me/preferences", { body }));
      const account = here();
      if (account !== null && (asked === null || asked.id === account.id)) show({ ...account, preferences });
      return preferences;
    },
    devices: async (query = {}) => accepted(await signed.GET("/me/sessions", { params: { query } })),
    async endDevice(id) {
      await signed.DELETE("/me/sessions/{id}", { params: { path: { id } } });
    },
    async endOtherDevices() {
      await signed.DELETE("/me/sessions");
    },
    activity: async (query = {}) => accepted(await signed.GET("/me/activity", { params: { query } })),
  };
}

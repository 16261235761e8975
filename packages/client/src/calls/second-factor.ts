import type { Page, SignInMethods, TotpSetUp, TrustedDevice } from "../shapes.ts";
import { type Api, accepted } from "./api.ts";
import type { ListQuery } from "./chats.ts";

/** Turning the second factor on and off. Most need a fresh proof of who the reader is: `step-up-required`. */
export interface SecondFactorCalls {
  /** How the reader can sign in, and which ways of a step-up count at the moment. */
  readonly signInMethods: () => Promise<SignInMethods>;
  /** A new secret for the reader's app; nothing changes until it is confirmed. */
  readonly beginTotp: () => Promise<TotpSetUp>;
  /** Turns the second factor on, with a code of the app. The recovery codes are shown this once. */
  readonly confirmTotp: (code: string) => Promise<{ recoveryCodes: readonly string[] }>;
  /** New recovery codes; the old ones count no more. */
  readonly renewRecoveryCodes: () => Promise<{ recoveryCodes: readonly string[] }>;
  /** @param proof - in place of a step-up: a code of the app, or a recovery code */
  readonly removeSecondFactor: (proof?: { readonly code?: string }) => Promise<void>;
  /** Where signing in asks for no code, the newest first. */
  readonly trustedDevices: (query?: ListQuery) => Promise<Page<TrustedDevice>>;
  readonly forgetTrustedDevice: (id: string) => Promise<void>;
  readonly forgetTrustedDevices: () => Promise<void>;
}

/** @param changed - the account is not what it was */
export function createSecondFactorCalls({ signed }: Api, changed: () => Promise<unknown>): SecondFactorCalls {
  return {
    signInMethods: async () => accepted(await signed.GET("/me/sign-in-methods")),
    beginTotp: async () => accepted(await signed.POST("/me/second-factor/totp")),
    async confirmTotp(code) {
      const codes = accepted(await signed.POST("/me/second-factor/totp/confirm", { body: { code } }));
      // The codes come this once: whatever else goes wrong must not lose them.
      await changed().catch(() => {});
      return codes;
    },
    renewRecoveryCodes: async () => accepted(await signed.POST("/me/second-factor/recovery-codes")),
    async removeSecondFactor(proof = {}) {
      await signed.DELETE("/me/second-factor", { body: proof });
      await changed().catch(() => {});
    },
    trustedDevices: async (query = {}) =>
      accepted(await signed.GET("/me/second-factor/trusted-devices", { params: { query } })),
    async forgetTrustedDevice(id) {
      await signed.DELETE("/me/second-factor/trusted-devices/{id}", { params: { path: { id } } });
    },
    async forgetTrustedDevices() {
      await signed.DELETE("/me/second-factor/trusted-devices");
    },
  };
}

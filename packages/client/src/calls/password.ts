import type { PasswordReset } from "../shapes.ts";
import { type Api, accepted } from "./api.ts";

export interface PasswordCalls {
  /**
   * Asks for a letter to choose another password. Resolves alike for every address; with the `requestId`, the letter's
   * code is good in this window.
   */
  readonly forgotPassword: (email: string) => Promise<{ requestId: string }>;
  /** Chooses another password with a letter's token, or its code and the request. Signs nobody in. */
  readonly resetPassword: (reset: PasswordReset) => Promise<void>;
}

export function createPasswordCalls({ anonymous }: Api): PasswordCalls {
  return {
    forgotPassword: async (email) =>
      accepted(await anonymous.POST("/auth/password/forgot", { body: { email } })),
    async resetPassword(body) {
      await anonymous.POST("/auth/password/reset", { body });
    },
  };
}

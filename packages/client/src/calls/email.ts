import type { Account, EmailChange } from "../shapes.ts";
import { type Api, accepted } from "./api.ts";

export interface EmailCalls {
  /** Asks for another address; its owner confirms it by letter. May be refused with `step-up-required`. */
  readonly changeEmail: (change: EmailChange) => Promise<void>;
  /**
   * Confirms a new address with the token of its letter, whoever is here.
   *
   * @returns the address
   */
  readonly confirmEmail: (token: string) => Promise<{ email: string }>;
  /** Takes an account back by the letter to its old address: every device is signed out, and the password is gone. */
  readonly undoEmail: (token: string) => Promise<void>;
}

/**
 * @param read - reads the account anew
 * @param isSignedIn - whether an account is here
 */
export function createEmailCalls(
  { signed, anonymous }: Api,
  read: () => Promise<Account>,
  isSignedIn: () => boolean,
): EmailCalls {
  return {
    async changeEmail(body) {
      await signed.POST("/me/email", { body });
    },
    async confirmEmail(token) {
      const confirmed = accepted(await anonymous.POST("/me/email/confirm", { body: { token } }));
      // It may be the account of whoever is here; if not, or where that fails, the address is confirmed all the same.
      if (isSignedIn()) await read().catch(() => {});
      return confirmed;
    },
    async undoEmail(token) {
      await anonymous.POST("/me/email/undo", { body: { token } });
    },
  };
}

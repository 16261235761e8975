import type { PasswordReset } from "@bookplate/client";
import { useAuth } from "../auth-context.ts";

/** Sets a new password. Every session of the account ends with it, so the one of this browser goes here as well. */
export function useReset(email: string): (reset: PasswordReset) => Promise<void> {
  const { client, account, logout } = useAuth();
  return async (reset) => {
    await client.auth.resetPassword(reset);
    if (account !== null && account.email === email) await logout();
  };
}

import type { Client, SignedIn } from "@bookplate/client";
import { useMemo } from "react";
import type { Auth, AuthActions, CloseReason } from "./auth-context.ts";

interface Setters {
  readonly client: Client;
  readonly setDialog: (dialog: Auth["dialog"]) => void;
  readonly setAdded: (conversations: number | null) => void;
  /** Remembers the state whose notice the reader has put away. */
  readonly setDismissed: (state: unknown) => void;
}

/** What readers can do; the same functions for the life of the client. */
export function useAuthActions({ client, setDialog, setAdded, setDismissed }: Setters): AuthActions {
  return useMemo(() => {
    let waiting: ((reason: CloseReason) => void)[] = [];

    const open = (dialog: "login" | "register") => {
      setDialog(dialog);
      return new Promise<CloseReason>((resolve) => waiting.push(resolve));
    };
    const noticing = (outcome: SignedIn) => {
      if (outcome.merged > 0) setAdded(outcome.merged);
      return outcome;
    };

    return {
      async register(registration) {
        const outcome = await client.auth.register(registration);
        return outcome.status === "signed-in" ? noticing(outcome) : outcome;
      },
      verifyEmail: async (verification) => noticing(await client.auth.verifyEmail(verification)),
      resendVerification: client.auth.resendVerification,
      login: async (credentials) => noticing(await client.auth.login(credentials)),
      logout() {
        setAdded(null);
        return client.auth.logout();
      },
      updateProfile: client.account.update,
      openLogin: () => open("login"),
      openRegister: () => open("register"),
      close(reason = "button") {
        setDialog(null);
        const settled = waiting;
        waiting = [];
        for (const resolve of settled) resolve(reason);
      },
      dismissNotice() {
        setAdded(null);
        setDismissed(client.getSnapshot());
      },
    };
  }, [client, setDialog, setAdded, setDismissed]);
}

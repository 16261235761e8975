import type { Client, SignedIn } from "@bookplate/client";
import { useMemo } from "react";
import type { Auth, AuthActions, CloseReason } from "./auth-context.ts";

interface Setters {
  readonly client: Client;
  readonly setDialog: (dialog: Auth["dialog"]) => void;
  readonly setAdded: (conversations: number | null) => void;
  readonly setWaiting: (conversations: number | null) => void;
  /** Remembers the state whose notice the reader has put away. */
  readonly setDismissed: (state: unknown) => void;
  /** Somebody has typed a password: a passkey may be offered. */
  readonly setOffering: (offering: boolean) => void;
}

/** What readers can do; the same functions for the life of the client. */
export function useAuthActions({
  client,
  setDialog,
  setAdded,
  setWaiting,
  setDismissed,
  setOffering,
}: Setters): AuthActions {
  return useMemo(() => {
    let waiting: ((reason: CloseReason) => void)[] = [];
    // Whoever has said in the form whose the conversations are is not asked again, also after a second step.
    let decided = false;

    const open = (dialog: "login" | "register") => {
      setDialog(dialog);
      return new Promise<CloseReason>((resolve) => waiting.push(resolve));
    };
    function noticing<Outcome extends { readonly status: string }>(outcome: Outcome | SignedIn) {
      if ("merged" in outcome && outcome.merged > 0) setAdded(outcome.merged);
      if ("claimable" in outcome && outcome.claimable > 0 && !decided) setWaiting(outcome.claimable);
      return outcome;
    }

    return {
      register: async (registration) => noticing(await client.auth.register(registration)),
      verifyEmail: async (verification) => noticing(await client.auth.verifyEmail(verification)),
      resendVerification: client.auth.resendVerification,
      async login(credentials) {
        decided = credentials.keepGuestChats !== undefined;
        const outcome = noticing(await client.auth.login(credentials));
        setOffering(true);
        return outcome;
      },
      async loginWithPasskey(prompt) {
        const outcome = await client.passkeys.signIn(prompt);
        return outcome && noticing(outcome);
      },
      loginWithMagicLink: async (proof) => noticing(await client.auth.signInWithMagicLink(proof)),
      secondFactor: async (step) => noticing(await client.auth.secondFactor(step)),
      finishProvider: async (code) => noticing(await client.auth.finishProvider(code)),
      async answerWaiting(add) {
        if (add) setAdded(await client.auth.claimConversations());
        else await client.auth.leaveConversations();
        setWaiting(null);
      },
      logout() {
        decided = false;
        setAdded(null);
        setWaiting(null);
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
  }, [client, setDialog, setAdded, setWaiting, setDismissed, setOffering]);
}

import type { Client, SignedIn } from "@bookplate/client";
import { useMemo } from "react";
import type { Auth, AuthActions, CloseReason } from "./auth-context.ts";

interface Setters {
  readonly client: Client;
  readonly setDialog: (dialog: Auth["dialog"]) => void;
  readonly setAdded: (conversations: number | null) => void;
  /** `false` where the reader has said whose they are. */
  readonly setWaiting: (conversations: number | false | null) => void;
  /** Remembers the state whose notice the reader has put away. */
  readonly setDismissed: (state: unknown) => void;
  /** Somebody has typed a password: a passkey may be offered. */
  readonly setOffering: (offering: boolean) => void;
}

/** What the end of a sign-in says about a guest's conversations; a step before it says nothing. */
type News = { readonly status: string } & Partial<Pick<SignedIn, "merged" | "claimable">>;

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
    // Whoever has said in the form whose the conversations are is not asked again, also after a second step; a passkey in
    // the place of that step asks nobody.
    let decided = false;

    const open = (dialog: "login" | "register") => {
      setDialog(dialog);
      return new Promise<CloseReason>((resolve) => waiting.push(resolve));
    };
    function noticing<Outcome extends News>(outcome: Outcome): Outcome {
      const { merged, claimable = null } = outcome;
      if (merged) setAdded(merged);
      if (claimable === null) return outcome;
      if (!decided) setWaiting(claimable);
      // The answer stands, also after a reload. Where it does not arrive, the reader is asked once more.
      else client.auth.leaveConversations().catch(() => {});
      return outcome;
    }

    return {
      register: async (registration) => noticing(await client.auth.register(registration)),
      verifyEmail: async (verification) => noticing(await client.auth.verifyEmail(verification)),
      resendVerification: client.auth.resendVerification,
      async login(credentials) {
        // Nothing is added that nobody was asked about.
        const outcome = await client.auth.login({ keepGuestChats: false, ...credentials });
        decided = credentials.keepGuestChats !== undefined;
        noticing(outcome);
        setOffering(true);
        return outcome;
      },
      async loginWithPasskey(prompt) {
        const outcome = await client.passkeys.signIn(prompt);
        decided = false;
        return outcome && noticing(outcome);
      },
      loginWithMagicLink: async (proof) => noticing(await client.auth.signInWithMagicLink(proof)),
      secondFactor: async (step) => noticing(await client.auth.secondFactor(step)),
      finishProvider: async (code) => noticing(await client.auth.finishProvider(code)),
      async answerWaiting(add) {
        if (add) setAdded((await client.auth.claimConversations()) || null);
        else await client.auth.leaveConversations();
        setWaiting(false);
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

import type { Client } from "@bookplate/client";
import { useMemo } from "react";
import type { Auth, AuthActions, CloseReason } from "./auth-context.ts";
import type { SignInActions } from "./sign-in-actions.ts";

export interface Setters {
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

/** What readers can do; the same functions for the life of the client. */
export function useAuthActions(setters: Setters): AuthActions {
  const { client, setDialog, setAdded, setWaiting, setDismissed, setOffering } = setters;
  return useMemo(() => {
    const all = { client, setDialog, setAdded, setWaiting, setDismissed, setOffering };
    let waiting: ((reason: CloseReason) => void)[] = [];
    let signIns: SignInActions | undefined;

    const open = (dialog: "login" | "register") => {
      setDialog(dialog);
      return new Promise<CloseReason>((resolve) => waiting.push(resolve));
    };
    const signIn =
      <Values extends unknown[], Result>(
        act: (of: SignInActions) => (...values: Values) => Promise<Result>,
      ) =>
      async (...values: Values) => {
        const { createSignInActions } = await import("./sign-in-actions.ts");
        signIns ??= createSignInActions(all);
        return act(signIns)(...values);
      };

    return {
      register: signIn((of) => of.register),
      verifyEmail: signIn((of) => of.verifyEmail),
      resendVerification: client.auth.resendVerification,
      login: signIn((of) => of.login),
      loginWithPasskey: signIn((of) => of.loginWithPasskey),
      loginWithMagicLink: signIn((of) => of.loginWithMagicLink),
      secondFactor: signIn((of) => of.secondFactor),
      finishProvider: signIn((of) => of.finishProvider),
      answerWaiting: signIn((of) => of.answerWaiting),
      logout() {
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

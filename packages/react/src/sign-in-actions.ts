import type { SignedIn } from "@bookplate/client";
import type { AuthActions } from "./auth-context.ts";
import type { Setters } from "./use-auth-actions.ts";

/** What somebody who signs in can do. */
export type SignInActions = Pick<
  AuthActions,
  | "register"
  | "verifyEmail"
  | "login"
  | "loginWithPasskey"
  | "loginWithMagicLink"
  | "secondFactor"
  | "finishProvider"
  | "answerWaiting"
>;

/** What the end of a sign-in says about a guest's conversations; a step before it says nothing. */
type News = { readonly status: string } & Partial<Pick<SignedIn, "merged" | "claimable">>;

/** Loaded with the first of them: most pages are only read. */
export function createSignInActions({ client, setAdded, setWaiting, setOffering }: Setters): SignInActions {
  // Whoever has said in the form whose the conversations are is not asked again, also after a second step.
  let decided = false;

  function noticing<Outcome extends News>(outcome: Outcome): Outcome {
    const { merged, claimable = null } = outcome;
    if (merged) setAdded(merged);
    if (claimable === null) return outcome;
    if (!decided) setWaiting(claimable);
    // The answer stands, also after a reload. Where it does not arrive, the reader is asked once more.
    else client.auth.leaveConversations().catch(() => {});
    return outcome;
  }
  /** Of a way to sign in that asks nobody. */
  function unasked<Outcome extends News>(outcome: Outcome): Outcome {
    decided = false;
    return noticing(outcome);
  }

  return {
    register: async (registration) => unasked(await client.auth.register(registration)),
    verifyEmail: async (verification) => unasked(await client.auth.verifyEmail(verification)),
    async login(credentials) {
      // Nothing is added that nobody was asked about.
      const outcome = await client.auth.login({ keepGuestChats: false, ...credentials });
      decided = credentials.keepGuestChats !== undefined;
      noticing(outcome);
      setOffering(true);
      return outcome;
    },
    async loginWithPasskey({ keepGuestChats = () => undefined, ...prompt } = {}) {
      let kept: boolean | undefined;
      const outcome = await client.passkeys.signIn({
        ...prompt,
        keepGuestChats: () => (kept = keepGuestChats()),
      });
      decided = kept !== undefined;
      return outcome && noticing(outcome);
    },
    loginWithMagicLink: async (proof) => unasked(await client.auth.signInWithMagicLink(proof)),
    secondFactor: async (step) => noticing(await client.auth.secondFactor(step)),
    finishProvider: async (code) => unasked(await client.auth.finishProvider(code)),
    async answerWaiting(add) {
      if (add) setAdded((await client.auth.claimConversations()) || null);
      else await client.auth.leaveConversations();
      setWaiting(false);
    },
  };
}

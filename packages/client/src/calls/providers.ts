import { isProblem } from "../errors.ts";
import type { LinkedProvider, SecondFactorRequired, Session } from "../shapes.ts";
import { type Api, accepted } from "./api.ts";
import type { SignedIn } from "./auth.ts";

/** Where a browser comes back to from a provider: an address of an allowed origin. */
export interface ProviderReturn {
  readonly returnTo: string;
}

/** Signing in with somebody else's word: Google's, GitHub's, a company's. */
export interface ProviderSignInCalls {
  /**
   * Begins a sign-in; a guest of this browser is remembered.
   *
   * @param options.invitation - of the link of one, should there be no account yet
   * @returns where the browser goes; it comes back with `#provider=…&code=…` or `#provider=…&problem=…`
   */
  readonly beginProvider: (
    provider: string,
    options: ProviderReturn & { readonly language: string; readonly invitation?: string },
  ) => Promise<string>;
  /** Finishes it with that code, in the same browser. */
  readonly finishProvider: (code: string) => Promise<SignedIn | SecondFactorRequired>;
  /**
   * Adds the conversations that wait since a sign-in (`claimable`).
   *
   * @returns how many moved; 0 where nothing waits any more, because it was answered in another tab
   * @throws ProblemError `guest-already-claimed`: they belong to another account by now
   */
  readonly claimConversations: () => Promise<number>;
  /** Leaves them where they are. */
  readonly leaveConversations: () => Promise<void>;
}

/** A reader's own providers. Both need a fresh proof of who the reader is: `step-up-required`. */
export interface ProviderLinkCalls {
  /** @returns where the browser goes */
  readonly linkProvider: (provider: string, options: ProviderReturn) => Promise<string>;
  readonly finishLink: (code: string) => Promise<LinkedProvider>;
  readonly unlinkProvider: (id: string) => Promise<void>;
}

export function createProviderSignInCalls(
  { anonymous, asGuest, signed }: Api,
  step: (received: Session | SecondFactorRequired) => SignedIn | SecondFactorRequired,
): ProviderSignInCalls {
  return {
    async beginProvider(provider, options) {
      const body = { ...options, delivery: "cookie" } as const;
      return accepted(await asGuest.POST("/auth/social/{provider}", { params: { path: { provider } }, body }))
        .url;
    },
    finishProvider: async (code) => step(accepted(await anonymous.POST("/auth/social", { body: { code } }))),
    async claimConversations() {
      try {
        return accepted(await signed.POST("/guests/claim", { body: {} })).merged.conversations;
      } catch (error) {
        if (isProblem(error, "not-found")) return 0;
        throw error;
      }
    },
    async leaveConversations() {
      await signed.DELETE("/guests/claim");
    },
  };
}

export function createProviderLinkCalls({ signed }: Api): ProviderLinkCalls {
  return {
    async linkProvider(provider, body) {
      const path = { id: provider };
      return accepted(await signed.POST("/me/providers/{id}", { params: { path }, body })).url;
    },
    finishLink: async (code) => accepted(await signed.POST("/me/providers", { body: { code } })),
    async unlinkProvider(id) {
      await signed.DELETE("/me/providers/{id}", { params: { path: { id } } });
    },
  };
}

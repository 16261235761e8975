import type { MagicLink, SecondFactorRequired, Session } from "../shapes.ts";
import { type Api, accepted } from "./api.ts";
import type { SignedIn } from "./auth.ts";

export interface MagicLinkCalls {
  /**
   * Asks for a letter with a link that signs in; the answer is the same whether or not one goes out. The code of the
   * letter counts together with the `requestId`.
   *
   * @param asked.language - BCP 47 tag, for whoever has chosen none
   */
  readonly askForMagicLink: (asked: {
    readonly email: string;
    readonly language?: string;
  }) => Promise<{ requestId: string }>;
  /** Signs in with the letter, once. */
  readonly signInWithMagicLink: (proof: MagicLink) => Promise<SignedIn | SecondFactorRequired>;
}

export function createMagicLinkCalls(
  api: Api,
  step: (received: Session | SecondFactorRequired) => SignedIn | SecondFactorRequired,
): MagicLinkCalls {
  return {
    askForMagicLink: async (body) => accepted(await api.anonymous.POST("/auth/magic-link", { body })),
    async signInWithMagicLink(proof) {
      const body = { ...proof, delivery: "cookie" } as const;
      return step(accepted(await api.asGuest.POST("/auth/magic-link/verify", { body })));
    },
  };
}

import type { SignInMethods } from "@bookplate/client";
import { createContext, useContext } from "react";

interface KnownMethods {
  readonly methods: SignInMethods;
  /** For after a change. */
  readonly readAnew: () => void;
}

export const SignInMethodsContext = createContext<KnownMethods | null>(null);

/** The account's ways to sign in, for the sections of the part Security. */
export function useSignInMethods(): KnownMethods {
  const known = useContext(SignInMethodsContext);
  if (known === null) throw new Error("useSignInMethods() is for the sections of Security.");
  return known;
}

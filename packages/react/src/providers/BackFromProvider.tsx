import type { SecondFactorRequired } from "@bookplate/client";
import { lazy, useEffect, useState } from "react";
import { Lazily } from "../Lazily.tsx";
import { type ProviderReturn, takeProviderReturn } from "./provider-return.ts";

const FinishSignIn = lazy(() => import("./FinishSignIn.tsx"));

interface BackFromProviderProps {
  /** The account has a second factor. */
  readonly onChallenge: (challenge: SecondFactorRequired) => Promise<void>;
}

/** Finishes a sign-in that comes back from a provider, and says so meanwhile; else nothing. */
export function BackFromProvider({ onChallenge }: BackFromProviderProps) {
  const [returned, setReturned] = useState<ProviderReturn | null>(null);
  useEffect(() => {
    const now = takeProviderReturn();
    if (now !== null) setReturned(now);
  }, []);
  if (returned === null) return null;
  return (
    <Lazily>
      <FinishSignIn returned={returned} onChallenge={onChallenge} />
    </Lazily>
  );
}

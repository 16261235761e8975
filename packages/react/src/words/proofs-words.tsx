import { loadProofsWords, type ProofsWords } from "@bookplate/messages/proofs";
import type { ReactNode } from "react";
import { override } from "./overrides.ts";
import { createWordsPart, useWordsPart, WithPart } from "./words-part.tsx";

const part = createWordsPart<ProofsWords>({
  load: loadProofsWords,
  override: (words, messages) => override(words, messages.proofs),
});

/** Brings the words of the ways to prove who one is: at sign-in, and before sensitive acts. */
export const WithProofsWords = ({ children }: { readonly children: ReactNode }) => (
  <WithPart part={part}>{children}</WithPart>
);

/** These words, inside {@link WithProofsWords}. */
export const useProofsWords = (): ProofsWords => useWordsPart(part);

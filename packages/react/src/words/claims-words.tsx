import { type ClaimsWords, loadClaimsWords } from "@bookplate/messages/claims";
import type { ReactNode } from "react";
import { override } from "./overrides.ts";
import { createWordsPart, useWordsPart, WithPart } from "./words-part.tsx";

const part = createWordsPart<ClaimsWords>({
  load: loadClaimsWords,
  override: (words, messages) => override(words, messages.claims),
});

/** Brings the words for asking whose a guest's things are. */
export const WithClaimsWords = ({ children }: { readonly children: ReactNode }) => (
  <WithPart part={part}>{children}</WithPart>
);

/** These words, inside {@link WithClaimsWords}. */
export const useClaimsWords = (): ClaimsWords => useWordsPart(part);

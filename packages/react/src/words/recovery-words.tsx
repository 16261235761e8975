import { loadRecoveryWords, type RecoveryWords } from "@bookplate/messages/recovery";
import type { ReactNode } from "react";
import { override } from "./overrides.ts";
import { createWordsPart, useWordsPart, WithPart } from "./words-part.tsx";

const part = createWordsPart<RecoveryWords>({
  load: loadRecoveryWords,
  override: (words, messages) => override(words, messages.recovery),
});

/** Brings the words of the pages for a forgotten password and a changed address. */
export const WithRecoveryWords = ({ children }: { readonly children: ReactNode }) => (
  <WithPart part={part}>{children}</WithPart>
);

/** These words, inside {@link WithRecoveryWords}. */
export const useRecoveryWords = (): RecoveryWords => useWordsPart(part);

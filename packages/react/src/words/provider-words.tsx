import { loadProviderWords, type ProviderWords } from "@bookplate/messages/providers";
import type { ReactNode } from "react";
import { override } from "./overrides.ts";
import { createWordsPart, useWordsPart, WithPart } from "./words-part.tsx";

const part = createWordsPart<ProviderWords>({
  load: loadProviderWords,
  override: (words, messages) => override(words, messages.providers),
});

/** Brings the words of signing in with a provider. */
export const WithProviderWords = ({ children }: { readonly children: ReactNode }) => (
  <WithPart part={part}>{children}</WithPart>
);

/** These words, inside {@link WithProviderWords}. */
export const useProviderWords = (): ProviderWords => useWordsPart(part);

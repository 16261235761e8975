import { loadMagicLinkWords, type MagicLinkWords } from "@bookplate/messages/magic-link";
import type { ReactNode } from "react";
import { override } from "./overrides.ts";
import { createWordsPart, useWordsPart, WithPart } from "./words-part.tsx";

const part = createWordsPart<MagicLinkWords>({
  load: loadMagicLinkWords,
  override: (words, messages) => override(words, messages.magicLink),
});

/** Brings the words for signing in by letter. */
export const WithMagicLinkWords = ({ children }: { readonly children: ReactNode }) => (
  <WithPart part={part}>{children}</WithPart>
);

/** These words, inside {@link WithMagicLinkWords}. */
export const useMagicLinkWords = (): MagicLinkWords => useWordsPart(part);

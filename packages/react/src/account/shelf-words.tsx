import { loadShelfWords, type ShelfWords } from "@bookplate/messages/shelf";
import type { ReactNode } from "react";
import { override } from "../words/overrides.ts";
import { createWordsPart, useWordsPart, WithPart } from "../words/words-part.tsx";

const part = createWordsPart<ShelfWords>({
  load: loadShelfWords,
  override: (words, messages) => override(words, messages.shelf),
});

/** Brings the words for what a reader keeps in the book. */
export const WithShelfWords = ({ children }: { readonly children: ReactNode }) => (
  <WithPart part={part}>{children}</WithPart>
);

/** These words, inside {@link WithShelfWords}. */
export const useShelfWords = (): ShelfWords => useWordsPart(part);

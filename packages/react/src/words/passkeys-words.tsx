import { loadPasskeysWords, type PasskeysWords } from "@bookplate/messages/passkeys";
import type { ReactNode } from "react";
import { override } from "./overrides.ts";
import { createWordsPart, useWordsPart, WithPart } from "./words-part.tsx";

const part = createWordsPart<PasskeysWords>({
  load: loadPasskeysWords,
  override: (words, messages) => override(words, messages.passkeys),
});

/** Brings the words of passkeys where the account page is not. */
export const WithPasskeysWords = ({ children }: { readonly children: ReactNode }) => (
  <WithPart part={part}>{children}</WithPart>
);

/** These words, inside {@link WithPasskeysWords}. */
export const usePasskeysWords = (): PasskeysWords => useWordsPart(part);

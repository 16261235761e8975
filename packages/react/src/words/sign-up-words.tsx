import { loadSignUpWords, type SignUpWords } from "@bookplate/messages/sign-up";
import type { ReactNode } from "react";
import { override } from "./overrides.ts";
import { createWordsPart, useWordsPart, WithPart } from "./words-part.tsx";

const part = createWordsPart<SignUpWords>({
  load: loadSignUpWords,
  override: (words, messages) => override(words, messages.signUp),
});

/** Brings the words about who may make an account. */
export const WithSignUpWords = ({ children }: { readonly children: ReactNode }) => (
  <WithPart part={part}>{children}</WithPart>
);

/** These words, inside {@link WithSignUpWords}. */
export const useSignUpWords = (): SignUpWords => useWordsPart(part);

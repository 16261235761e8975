import {
  type FirstAdministratorWords,
  loadFirstAdministratorWords,
} from "@bookplate/messages/first-administrator";
import type { ReactNode } from "react";
import { override } from "./overrides.ts";
import { createWordsPart, useWordsPart, WithPart } from "./words-part.tsx";

const part = createWordsPart<FirstAdministratorWords>({
  load: loadFirstAdministratorWords,
  override: (words, messages) => override(words, messages.firstAdministrator),
});

/** Brings the words of the page that makes somebody an administrator. */
export const WithFirstAdministratorWords = ({ children }: { readonly children: ReactNode }) => (
  <WithPart part={part}>{children}</WithPart>
);

/** These words, inside {@link WithFirstAdministratorWords}. */
export const useFirstAdministratorWords = (): FirstAdministratorWords => useWordsPart(part);

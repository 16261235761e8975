import { loadProblems, type Problems } from "@bookplate/messages/problems";
import { loadScreens, type Screens } from "@bookplate/messages/screens";
import type { ReactNode } from "react";
import { override } from "./overrides.ts";
import { createWordsPart, useWordsPart, WithPart } from "./words-part.tsx";

export interface Words {
  readonly screens: Screens;
  readonly problems: Problems;
}

const part = createWordsPart<Words>({
  async load(language) {
    const [screens, problems] = await Promise.all([loadScreens(language), loadProblems(language)]);
    return { screens, problems };
  },
  override: ({ screens, problems }, messages) => ({
    screens: override(screens, messages.screens),
    problems: override(problems, messages.problems),
  }),
});

/** Brings the words of the forms. */
export const WithWords = ({ children }: { readonly children: ReactNode }) => (
  <WithPart part={part}>{children}</WithPart>
);

/** The words of the forms, inside {@link WithWords}. */
export const useWords = (): Words => useWordsPart(part);

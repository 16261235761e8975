import { loadCatalogue } from "../catalogues.ts";
import type { en } from "./en.ts";

/** Who may make an account, to somebody who wants one. Another language is an object that `satisfies SignUpWords`. */
export type SignUpWords = typeof en;

/**
 * Loads the words of this area.
 *
 * @param language - BCP 47 tag of the page
 */
export function loadSignUpWords(language: string): Promise<SignUpWords> {
  return loadCatalogue<SignUpWords>(
    {
      en: () => import("./en.ts"),
      ur: () => import("./ur.ts"),
      ar: () => import("./ar.ts"),
      de: () => import("./de.ts"),
      es: () => import("./es.ts"),
      fr: () => import("./fr.ts"),
      zh: () => import("./zh.ts"),
    },
    language,
  );
}

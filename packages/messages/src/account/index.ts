import { loadCatalogue } from "../catalogues.ts";
import type { en } from "./en.ts";

/** What stands on the account page. Another language is an object that `satisfies AccountWords`. */
export type AccountWords = typeof en;

/**
 * Loads the words of the account page.
 *
 * @param language - BCP 47 tag of the page
 */
export function loadAccountWords(language: string): Promise<AccountWords> {
  return loadCatalogue<AccountWords>(
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

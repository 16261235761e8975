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
      en: async () => (await import("./en.ts")).en,
      ur: async () => (await import("./ur.ts")).ur,
      ar: async () => (await import("./ar.ts")).ar,
      de: async () => (await import("./de.ts")).de,
    },
    language,
  );
}

import { loadCatalogue } from "../catalogues.ts";
import type { en } from "./en.ts";

/** The pages for a forgotten password and a changed address. Another language is an object that `satisfies RecoveryWords`. */
export type RecoveryWords = typeof en;

/**
 * Loads the words of this area.
 *
 * @param language - BCP 47 tag of the page
 */
export function loadRecoveryWords(language: string): Promise<RecoveryWords> {
  return loadCatalogue<RecoveryWords>(
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

import { loadCatalogue } from "../catalogues.ts";
import type { en } from "./en.ts";

/** The words of this area. Another language is an object that `satisfies FirstAdministratorWords`. */
export type FirstAdministratorWords = typeof en;

/**
 * Loads the words of this area.
 *
 * @param language - BCP 47 tag of the page
 */
export function loadFirstAdministratorWords(language: string): Promise<FirstAdministratorWords> {
  return loadCatalogue<FirstAdministratorWords>(
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

import { loadCatalogue } from "../catalogues.ts";
import type { en } from "./en.ts";

/** The parts of the account page about its safety and its data. Another language is an object that `satisfies SafetyWords`. */
export type SafetyWords = typeof en;

/**
 * Loads the words of this area.
 *
 * @param language - BCP 47 tag of the page
 */
export function loadSafetyWords(language: string): Promise<SafetyWords> {
  return loadCatalogue<SafetyWords>(
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

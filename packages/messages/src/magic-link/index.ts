import { loadCatalogue } from "../catalogues.ts";
import type { en } from "./en.ts";

/** The words of this area. Another language is an object that `satisfies MagicLinkWords`. */
export type MagicLinkWords = typeof en;

/**
 * Loads the words of this area.
 *
 * @param language - BCP 47 tag of the page
 */
export function loadMagicLinkWords(language: string): Promise<MagicLinkWords> {
  return loadCatalogue<MagicLinkWords>(
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

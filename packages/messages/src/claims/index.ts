import { loadCatalogue } from "../catalogues.ts";
import type { en } from "./en.ts";

/** Whose the things of a guest are: asked when signing in, and after it. Another language is an object that `satisfies ClaimsWords`. */
export type ClaimsWords = typeof en;

/**
 * Loads the words of this area.
 *
 * @param language - BCP 47 tag of the page
 */
export function loadClaimsWords(language: string): Promise<ClaimsWords> {
  return loadCatalogue<ClaimsWords>(
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

import { loadCatalogue } from "../catalogues.ts";
import type { en } from "./en.ts";

/** How readers prove who they are. Another language is an object that `satisfies ProofsWords`. */
export type ProofsWords = typeof en;

/**
 * Loads the words of this area.
 *
 * @param language - BCP 47 tag of the page
 */
export function loadProofsWords(language: string): Promise<ProofsWords> {
  return loadCatalogue<ProofsWords>(
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

import { loadCatalogue } from "../catalogues.ts";
import type { en } from "./en.ts";

/** Every sentence of the letters. Another language is an object that `satisfies Letters`. */
export type Letters = typeof en;

/**
 * Loads the sentences of the letters; the catalogue names the language and the direction that it is written in, which
 * differ from the wish where a language has not been written yet.
 *
 * @param language - BCP 47 tag of the reader
 */
export function loadLetters(language: string): Promise<Letters> {
  return loadCatalogue<Letters>(
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

import { loadCatalogue } from "../catalogues.ts";
import type { en } from "./en.ts";

/** What the embedded model says besides quoting. Another language is an object that `satisfies AnswerSentences`. */
export type AnswerSentences = typeof en;

/**
 * Loads what the embedded model says besides quoting.
 *
 * @param language - BCP 47 tag of the reader
 */
export function loadAnswerSentences(language: string): Promise<AnswerSentences> {
  return loadCatalogue<AnswerSentences>(
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

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
      en: async () => (await import("./en.ts")).en,
      ur: async () => (await import("./ur.ts")).ur,
      ar: async () => (await import("./ar.ts")).ar,
      de: async () => (await import("./de.ts")).de,
    },
    language,
  );
}

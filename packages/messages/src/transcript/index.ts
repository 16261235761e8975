import { loadCatalogue } from "../catalogues.ts";
import type { en } from "./en.ts";

/** The words of a conversation that is taken along as a file. Another language is an object that `satisfies TranscriptWords`. */
export type TranscriptWords = typeof en;

/**
 * Loads the words of a conversation that is taken along as a file.
 *
 * @param language - BCP 47 tag of the reader
 */
export function loadTranscriptWords(language: string): Promise<TranscriptWords> {
  return loadCatalogue<TranscriptWords>(
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

import { loadCatalogue } from "../catalogues.ts";
import { en } from "./en.ts";

/** What the page behind a problem's `type` says, for developers. Backquotes mark code, nothing else is marked. */
export type ProblemPages = typeof en;

/** Problem documents are for programs and their authors, and speak English. */
export const english: ProblemPages = en;

/**
 * Loads the words of the problems' pages.
 *
 * @param language - BCP 47 tag that the reader of the page prefers
 */
export function loadProblemPages(language: string): Promise<ProblemPages> {
  return loadCatalogue<ProblemPages>(
    {
      en: async () => ({ en }),
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

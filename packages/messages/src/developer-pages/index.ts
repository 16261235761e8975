import { loadCatalogue } from "../catalogues.ts";
import type { en } from "./en.ts";

/** What the server's own pages for developers say: the mailbox, the problems, the frame of the API reference. */
export type DeveloperPages = typeof en;

/**
 * Loads the words of the pages for developers.
 *
 * @param language - BCP 47 tag that the reader of the page prefers
 */
export function loadDeveloperPages(language: string): Promise<DeveloperPages> {
  return loadCatalogue<DeveloperPages>(
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

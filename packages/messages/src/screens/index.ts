import { loadCatalogue } from "../catalogues.ts";
import type { en } from "./en.ts";

/** What stands on the forms, dialogs and bars. Another language is an object that `satisfies Screens`. */
export type Screens = typeof en;

/**
 * Loads the words of the forms and dialogs.
 *
 * @param language - BCP 47 tag of the page
 */
export function loadScreens(language: string): Promise<Screens> {
  return loadCatalogue<Screens>(
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

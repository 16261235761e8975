import { loadCatalogue } from "../catalogues.ts";
import type { en } from "./en.ts";

/** What happened around an account's safety. Another language is an object that `satisfies Activity`. */
export type Activity = typeof en;

/**
 * Loads the sentences of the account's activity and the names of its devices.
 *
 * @param language - BCP 47 tag of the page or the reader
 */
export function loadActivity(language: string): Promise<Activity> {
  return loadCatalogue<Activity>(
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

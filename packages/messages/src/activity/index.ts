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
      en: async () => (await import("./en.ts")).en,
      ur: async () => (await import("./ur.ts")).ur,
      ar: async () => (await import("./ar.ts")).ar,
      de: async () => (await import("./de.ts")).de,
    },
    language,
  );
}

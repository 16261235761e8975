import { loadCatalogue } from "../catalogues.ts";
import type { en } from "./en.ts";

/** What is said beside a new password while it is typed. */
export type StrengthWords = typeof en;

/** What makes a password easy to guess. */
export type Weakness = keyof StrengthWords["weaknesses"];

/**
 * Loads the words of the strength meter; nobody needs them before a new password is typed.
 *
 * @param language - BCP 47 tag of the page
 */
export function loadStrength(language: string): Promise<StrengthWords> {
  return loadCatalogue<StrengthWords>(
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

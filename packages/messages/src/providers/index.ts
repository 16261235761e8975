import { loadCatalogue } from "../catalogues.ts";
import type { en } from "./en.ts";

/** Signing in with a provider, and the providers that are linked. Another language is an object that `satisfies ProviderWords`. */
export type ProviderWords = typeof en;

/**
 * Loads the words of this area.
 *
 * @param language - BCP 47 tag of the page
 */
export function loadProviderWords(language: string): Promise<ProviderWords> {
  return loadCatalogue<ProviderWords>(
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

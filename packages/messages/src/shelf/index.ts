import { loadCatalogue } from "../catalogues.ts";
import type { en } from "./en.ts";

/** What a reader keeps in the book: chats, bookmarks, and how much they may ask. Another language is an object that `satisfies ShelfWords`. */
export type ShelfWords = typeof en;

/**
 * Loads the words of this area.
 *
 * @param language - BCP 47 tag of the page
 */
export function loadShelfWords(language: string): Promise<ShelfWords> {
  return loadCatalogue<ShelfWords>(
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

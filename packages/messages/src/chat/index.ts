import { loadCatalogue } from "../catalogues.ts";
import type { en } from "./en.ts";

/** Every sentence of the chat panel. Another language is an object that `satisfies ChatMessages`. */
export type ChatMessages = typeof en;

/** What the panel can say about a call that did not work. */
export type ChatProblemCode = keyof ChatMessages["problems"];

/**
 * Loads the words of the chat panel.
 *
 * @param language - BCP 47 tag of the page
 */
export function loadChat(language: string): Promise<ChatMessages> {
  return loadCatalogue<ChatMessages>(
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

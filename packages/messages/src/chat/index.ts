import { loadCatalogue, nearestLanguage } from "../catalogues.ts";
import type { Language } from "../languages.ts";
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
      en: async () => (await import("./en.ts")).en,
      ur: async () => (await import("./ur.ts")).ur,
      ar: async () => (await import("./ar.ts")).ar,
      de: async () => (await import("./de.ts")).de,
    },
    language,
  );
}

// Said when nothing else can be loaded, so it cannot be loaded itself.
const didNotLoad: Readonly<Record<Language, string>> = {
  en: "The chat did not load. Try again",
  ur: "گفتگو لوڈ نہیں ہوئی۔ دوبارہ کوشش کریں",
  ar: "لم تُحمَّل المحادثة. حاول مجددًا",
  de: "Das Gespräch wurde nicht geladen. Noch einmal versuchen",
};

/**
 * The one sentence for a panel that could not be fetched.
 *
 * @param language - BCP 47 tag of the page
 */
export function chatDidNotLoad(language: string): string {
  return didNotLoad[nearestLanguage(language)];
}

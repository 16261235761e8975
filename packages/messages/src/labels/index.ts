import { nearestLanguage } from "../catalogues.ts";
import type { Language } from "../languages.ts";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { ur } from "./ur.ts";
import { zh } from "./zh.ts";

export type Labels = typeof en;

// All languages at once and without waiting: these words are part of the very first, static rendering.
const labels: Readonly<Record<Language, Labels>> = { en, ur, ar, de, es, fr, zh };

/**
 * The words of the first rendering.
 *
 * @param language - BCP 47 tag of the page
 */
export function labelsFor(language: string): Labels {
  return labels[nearestLanguage(language)];
}

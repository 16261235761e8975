import { nearestLanguage } from "../catalogues.ts";
import type { Language } from "../languages.ts";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { ur } from "./ur.ts";

export type Labels = typeof en;

// All languages at once and without waiting: these words are part of the very first, static rendering.
const labels: Readonly<Record<Language, Labels>> = { en, ur, ar, de };

/**
 * The words of the first rendering.
 *
 * @param language - BCP 47 tag of the page
 */
export function labelsFor(language: string): Labels {
  return labels[nearestLanguage(language)];
}

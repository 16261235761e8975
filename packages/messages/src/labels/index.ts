import { fallbackLanguages } from "../catalogues.ts";
import { en } from "./en.ts";

export type Labels = typeof en;

// All languages at once and without waiting: these words are part of the very first, static rendering.
const languages: Readonly<Record<string, Labels>> = { en };

/**
 * The words of the first rendering.
 *
 * @param language - BCP 47 tag of the page
 */
export function labelsFor(language: string): Labels {
  const wanted = fallbackLanguages(language).find((tag) => Object.hasOwn(languages, tag)) ?? "en";
  return languages[wanted] ?? en;
}

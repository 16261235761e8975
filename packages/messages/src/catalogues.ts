import { type Language, languages } from "./languages.ts";

/** One loader per language of an area, of the module that names it: a language that is missing does not compile. */
export type Loaders<Catalogue> = {
  readonly [Written in Language]: () => Promise<Readonly<Record<Written, Catalogue>>>;
};

/**
 * The languages to try for a wish, most exact first, English last: `pt-BR` gives `pt-BR`, `pt`, `en`.
 *
 * @param language - BCP 47 tag
 */
export function fallbackLanguages(language: string): string[] {
  const parts = language.split("-");
  const shorter = parts.map((_, index) => parts.slice(0, parts.length - index).join("-"));
  return [...shorter, "en"];
}

/**
 * The language that stands in for a wish: its own, or the nearest one that has been written.
 *
 * @param language - BCP 47 tag of the page or the reader
 */
export function nearestLanguage(language: string): Language {
  for (const tag of fallbackLanguages(language.toLowerCase())) {
    const written = languages.find((known) => known === tag);
    if (written !== undefined) return written;
  }
  return "en";
}

/**
 * Loads one area in the nearest language that exists. Only that language is downloaded.
 *
 * @param language - BCP 47 tag of the page
 */
export function loadCatalogue<Catalogue>(loaders: Loaders<Catalogue>, language: string): Promise<Catalogue> {
  return loadWritten(loaders, nearestLanguage(language));
}

async function loadWritten<Written extends Language, Catalogue>(
  loaders: Loaders<Catalogue>,
  language: Written,
): Promise<Catalogue> {
  const area: Readonly<Record<Written, Catalogue>> = await loaders[language]();
  return area[language];
}

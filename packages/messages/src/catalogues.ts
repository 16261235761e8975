/** One loader per language of an area; English is the shape that every other language fills. */
export type Loaders<Catalogue> = { readonly en: () => Promise<Catalogue> } & Readonly<
  Record<string, () => Promise<Catalogue>>
>;

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
 * Loads one area in the nearest language that exists. Only that language is downloaded.
 *
 * @param language - BCP 47 tag of the page
 */
export function loadCatalogue<Catalogue>(loaders: Loaders<Catalogue>, language: string): Promise<Catalogue> {
  const wanted = fallbackLanguages(language).find((tag) => Object.hasOwn(loaders, tag)) ?? "en";
  return (loaders[wanted] ?? loaders.en)();
}

/** One language of one version of one docs section, as the index has it. */
export interface Edition {
  readonly locale: string;
  readonly section: string;
  readonly version: string;
  /** The version that readers get who ask for none. */
  readonly latest: boolean;
  readonly configuration: string;
  readonly passages: number;
}

/** As `jsonb_build_array(locale, section, version)` writes them. */
export function editionKeys(editions: readonly Edition[]): string[] {
  return editions.map(({ locale, section, version }) => JSON.stringify([locale, section, version]));
}

/** Which pages a search may find. */
export interface Place {
  readonly locale?: string | undefined;
  /** Of the page that the reader is on. */
  readonly section?: string | undefined;
  readonly version?: string | undefined;
}

/**
 * The editions that a reader means: the language that is read and, of the section that is read, its version; of
 * the others the latest. Second, for when these say nothing: the latest of every other language.
 */
export function chooseEditions(
  editions: readonly Edition[],
  place: Place,
  defaultLocale: string | undefined,
): [own: readonly Edition[], others: readonly Edition[]] {
  const wanted = [place.locale, defaultLocale, editions[0]?.locale];
  const locale = wanted.find((locale) => editions.some((edition) => edition.locale === locale));
  const isOfPlace = ({ section, version, latest }: Edition) =>
    section === place.section && place.version !== undefined ? version === place.version : latest;
  return [
    editions.filter((edition) => edition.locale === locale && isOfPlace(edition)),
    editions.filter((edition) => edition.locale !== locale && edition.latest),
  ];
}

/** One page of the book, as the server's index wants it. */
export interface BookPage {
  /** The Markdown file, relative to the site's folder, with forward slashes: `docs/how-sessions-work.md`. */
  readonly source: string;
  /** The page's address on its origin, base URL included: `/how-sessions-work`. */
  readonly permalink: string;
  readonly title: string;
  /** The site's language that the page is built for. */
  readonly locale: string;
  /** The language of its text: a page without a translation has the default one's. */
  readonly language: string;
  /** Id of the docs plugin. */
  readonly section: string;
  readonly version: string;
  /** Whether this is the version that readers get who ask for none. */
  readonly latest: boolean;
}

/** What has to be known of the site, besides its pages. */
export interface BookLanguages {
  readonly currentLocale: string;
  readonly defaultLocale: string;
  /** Where translations for the current language are, relative to the site's folder: `i18n/fr`. */
  readonly translations: string;
}

/** The part of the docs plugin's content that is read here; other plugins' content is ignored. */
interface DocsContent {
  readonly loadedVersions: readonly {
    readonly versionName: string;
    readonly isLast: boolean;
    readonly docs: readonly (Pick<BookPage, "source" | "permalink" | "title"> & {
      readonly unlisted?: boolean;
      readonly draft?: boolean;
    })[];
  }[];
}

const DOCS_PLUGIN = "docusaurus-plugin-content-docs";

/**
 * The pages that readers may be sent to: every version of every docs instance, in the language that is being built,
 * without unlisted pages and drafts (their author does not want them found).
 *
 * @param allContent what Docusaurus hands to `allContentLoaded`: plugin name → plugin id → content
 */
export function bookPages(
  allContent: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  { currentLocale, defaultLocale, translations }: BookLanguages,
): BookPage[] {
  return Object.entries(allContent[DOCS_PLUGIN] ?? {})
    .flatMap(([section, content]) =>
      isDocsContent(content) ? content.loadedVersions.map((version) => ({ section, version })) : [],
    )
    .flatMap(({ section, version }) => version.docs.map((doc) => ({ section, version, doc })))
    .filter(({ doc }) => doc.unlisted !== true && doc.draft !== true)
    .map(({ section, version, doc }) => {
      const source = doc.source.replace(/^@site\//, "");
      return {
        source,
        permalink: doc.permalink,
        title: doc.title,
        locale: currentLocale,
        language: source.startsWith(`${translations}/`) ? currentLocale : defaultLocale,
        section,
        version: version.versionName,
        latest: version.isLast,
      };
    })
    .sort((a, b) => (a.permalink < b.permalink ? -1 : 1));
}

function isDocsContent(content: unknown): content is DocsContent {
  return typeof content === "object" && content !== null && "loadedVersions" in content;
}

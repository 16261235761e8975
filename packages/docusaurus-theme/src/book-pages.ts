/** One page of the book, as the server's index wants it. */
export interface BookPage {
  /** The Markdown file, relative to the site's folder, with forward slashes: `docs/how-sessions-work.md`. */
  readonly source: string;
  /** The page's address on its origin, base URL included: `/how-sessions-work`. */
  readonly permalink: string;
  readonly title: string;
}

/** The part of the docs plugin's content that is read here; other plugins' content is ignored. */
interface DocsContent {
  readonly loadedVersions: readonly {
    readonly isLast: boolean;
    readonly docs: readonly (BookPage & { readonly unlisted?: boolean })[];
  }[];
}

const DOCS_PLUGIN = "docusaurus-plugin-content-docs";

/**
 * The pages that readers may be sent to: of every docs instance the version shown by default, without unlisted pages
 * (their author does not want them found).
 *
 * @param allContent what Docusaurus hands to `allContentLoaded`: plugin name → plugin id → content
 */
export function bookPages(
  allContent: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): BookPage[] {
  return Object.values(allContent[DOCS_PLUGIN] ?? {})
    .filter(isDocsContent)
    .flatMap((content) => content.loadedVersions)
    .filter((version) => version.isLast)
    .flatMap((version) => version.docs)
    .filter((doc) => doc.unlisted !== true)
    .map(({ source, permalink, title }) => ({ source: source.replace(/^@site\//, ""), permalink, title }))
    .sort((a, b) => (a.permalink < b.permalink ? -1 : 1));
}

function isDocsContent(content: unknown): content is DocsContent {
  return typeof content === "object" && content !== null && "loadedVersions" in content;
}

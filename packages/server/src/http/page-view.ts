import { nearestLanguage } from "@bookplate/messages/catalogues";
import { type DeveloperPages, loadDeveloperPages } from "@bookplate/messages/developer-pages";
import { directionOf, type Language, languageNames, languages } from "@bookplate/messages/languages";
import type { Context, MiddlewareHandler } from "hono";
import { html } from "hono/html";
import { type LanguageVariables, languageDetector } from "hono/language";
import type { HttpEnv } from "./app-type.ts";

export type PageEnv = { Variables: HttpEnv["Variables"] & LanguageVariables };

/** In which language a page of the server is seen, and what follows from it. */
export interface PageView {
  readonly language: Language;
  readonly direction: "ltr" | "rtl";
  readonly words: DeveloperPages;
  /** The address of another of these pages; a language that was asked for goes along. */
  link(path: string): string;
  /** The address of this very page in another language. */
  inLanguage(language: Language): string;
}

const detect = languageDetector({
  order: ["querystring", "header"],
  lookupQueryString: "lang",
  supportedLanguages: [...languages],
  fallbackLanguage: "en",
  // These pages set no cookie.
  caches: false,
});

/** The language of a page: `?lang=`, else the best of `Accept-Language` (RFC 9110, section 12.5.4), else English. */
export const negotiateLanguage: MiddlewareHandler<PageEnv> = async (c, next) => {
  await detect(c, async () => {
    await next();
    c.header("content-language", c.get("language"));
    c.header("vary", "Accept-Language", { append: true });
  });
};

/** @param c - behind {@link negotiateLanguage} */
export async function viewOf(c: Context<PageEnv>): Promise<PageView> {
  const language = nearestLanguage(c.get("language"));
  const asked = c.req.query("lang") !== undefined;
  return {
    language,
    direction: directionOf(language),
    words: await loadDeveloperPages(language),
    inLanguage: (other) => {
      const { searchParams } = new URL(c.req.url);
      searchParams.set("lang", other);
      return `?${searchParams}`;
    },
    link: (path) => (asked ? path.replace(/(?=#|$)/, `?lang=${language}`) : path),
  };
}

/** The same page in every language, by plain links. */
export function languageLinks({ language, words, inLanguage }: PageView) {
  return html`<nav class="languages" aria-label="${words.languages}">
${languages.map(
  (other) =>
    html`<a href="${inLanguage(other)}" hreflang="${other}" lang="${other}" dir="${directionOf(other)}"${
      other === language ? html` aria-current="true"` : ""
    }>${languageNames[other]}</a>
`,
)}</nav>`;
}

import useDocusaurusContext from "@docusaurus/useDocusaurusContext";
import { useMemo } from "react";

/**
 * Addresses of a page in all languages of the book, by BCP 47 tag. Each language is a build of its own.
 *
 * @param page - path under the base URL, such as `/account`
 */
export function useTranslations(page: string): Readonly<Record<string, string>> {
  const { currentLocale, locales, localeConfigs } = useDocusaurusContext().i18n;
  return useMemo(
    () =>
      Object.fromEntries(
        locales.flatMap((locale) => {
          const config = localeConfigs[locale];
          if (config === undefined) return [];
          // A copy of the site elsewhere, such as a preview, stays there unless the languages have sites of their own.
          const site = config.url === localeConfigs[currentLocale]?.url ? "" : config.url;
          return [[config.htmlLang, `${site}${config.baseUrl.replace(/\/$/, "")}${page}`]];
        }),
      ),
    [currentLocale, locales, localeConfigs, page],
  );
}

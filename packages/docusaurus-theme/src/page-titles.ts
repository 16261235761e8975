import { labelsFor } from "@bookplate/messages/labels";
import { loadScreens } from "@bookplate/messages/screens";

/**
 * The titles of the theme's pages in the book's language, by the ids that `docusaurus write-translations` lists; an
 * author's own `code.json` still wins.
 *
 * @param language - BCP 47 tag
 */
export async function pageTitles(language: string): Promise<Record<string, string>> {
  const { login, register, verify } = await loadScreens(language);
  return {
    "theme.bookplate.login.title": login.title,
    "theme.bookplate.register.title": register.title,
    "theme.bookplate.verify.title": verify.title,
    "theme.bookplate.account.title": labelsFor(language).yourAccount,
  };
}

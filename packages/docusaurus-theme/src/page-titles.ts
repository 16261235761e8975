import { loadFirstAdministratorWords } from "@bookplate/messages/first-administrator";
import { labelsFor } from "@bookplate/messages/labels";
import { loadRecoveryWords } from "@bookplate/messages/recovery";
import { loadScreens } from "@bookplate/messages/screens";

/**
 * The titles of the theme's pages in the book's language, by the ids that `docusaurus write-translations` lists; an
 * author's own `code.json` still wins.
 *
 * @param language - BCP 47 tag
 */
export async function pageTitles(language: string): Promise<Record<string, string>> {
  const [screens, recovery, claim] = await Promise.all([
    loadScreens(language),
    loadRecoveryWords(language),
    loadFirstAdministratorWords(language),
  ]);
  const { login, register, verify } = screens;
  const { forgot, reset, emailChange, emailUndo } = recovery;
  return {
    "theme.bookplate.login.title": login.title,
    "theme.bookplate.register.title": register.title,
    "theme.bookplate.verify.title": verify.title,
    "theme.bookplate.magicLink.title": screens.login.title,
    "theme.bookplate.forgot.title": forgot.title,
    "theme.bookplate.reset.title": reset.title,
    "theme.bookplate.emailChange.title": emailChange.title,
    "theme.bookplate.emailUndo.title": emailUndo.title,
    "theme.bookplate.claim.title": claim.title,
    "theme.bookplate.account.title": labelsFor(language).yourAccount,
  };
}

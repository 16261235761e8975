import { loadAccountWords } from "@bookplate/messages/account";
import { labelsFor } from "@bookplate/messages/labels";
import { loadSafetyWords } from "@bookplate/messages/safety";
import { loadScreens } from "@bookplate/messages/screens";
import type { Locator, Page } from "playwright-core";

export const accountParts = [
  "profile",
  "security",
  "devices",
  "chats",
  "bookmarks",
  "preferences",
  "data",
] as const;

/** Goes to every part of the page by its address, and waits each time until it is complete. */
export async function visitAccountParts(
  page: Page,
  bookUrl: string,
  visit: (part: (typeof accountParts)[number]) => Promise<void>,
): Promise<void> {
  for (const part of accountParts) {
    await page.goto(`${bookUrl}/account#${part}`);
    await page.locator(`.bp-part-links [href="#${part}"][aria-current]`).waitFor();
    await page.locator(".bp-part:not(:has(.bp-waiting))").waitFor();
    await visit(part);
  }
}

/** What a reader does on the page `/account`, in the reader's own terms. */
export interface AccountPage {
  readonly words: Awaited<ReturnType<typeof loadAccountWords>>;
  /** Those about the account's safety and data. */
  readonly safety: Awaited<ReturnType<typeof loadSafetyWords>>;
  /** Goes there from the menu in the navbar. */
  openFromMenu: () => Promise<void>;
  /** Follows the link to a part, and waits until it is shown and has the focus. */
  goTo: (part: (typeof accountParts)[number]) => Promise<Locator>;
  /** The part on the screen. */
  part: (title: string) => Locator;
  /** Saves the form on the screen and waits until the page says so. */
  save: () => Promise<void>;
}

export async function accountPage(page: Page, language = "en"): Promise<AccountPage> {
  const words = await loadAccountWords(language);
  const safety = await loadSafetyWords(language);
  const titles = { ...words, data: safety.data };
  const screens = await loadScreens(language);
  const { yourAccount } = labelsFor(language);
  const part = (title: string) => page.getByRole("region", { name: title });

  return {
    words,
    safety,
    part,
    openFromMenu: async () => {
      await page.getByRole("button", { name: yourAccount }).click();
      await page.getByRole("link", { name: yourAccount }).click();
      await page.getByRole("heading", { name: yourAccount }).waitFor();
      await part(words.profile.title).getByLabel(screens.fields.name).waitFor();
    },
    goTo: async (name) => {
      const { title } = titles[name];
      await page.getByRole("navigation", { name: words.parts }).getByRole("link", { name: title }).click();
      await page.waitForURL((address) => address.hash === `#${name}`);
      await page.locator("h2:focus", { hasText: title }).waitFor();
      return part(title);
    },
    save: async () => {
      await page.getByRole("button", { name: words.save }).click();
      await page.getByRole("status").filter({ hasText: words.saved }).waitFor();
    },
  };
}

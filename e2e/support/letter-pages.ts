import type { Page } from "playwright-core";

const address = encodeURIComponent("alice@example.org");

/** The pages for a forgotten password and a changed address, as letters and forms lead to them. */
const pages = {
  forgot: "/forgot",
  reset: `/reset#token=none&email=${address}`,
  "email-change": `/email-change#token=none&email=${address}`,
  "email-undo": "/email-undo#token=none",
} as const;

/** Goes to each of these pages, and waits each time until its button is there. */
export async function visitLetterPages(
  page: Page,
  bookUrl: string,
  visit: (name: string) => Promise<void>,
): Promise<void> {
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(`${bookUrl}${path}`);
    await page.locator("main .bp-form button[type=submit]").waitFor();
    await visit(name);
  }
}

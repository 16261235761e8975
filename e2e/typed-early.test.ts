import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { formWorks } from "./support/reader.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";

let book: RunningBook;
let browser: Browser;
beforeAll(async () => {
  [book, browser] = await Promise.all([startBook(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await book?.stop();
});

/** Keeps scripts back until they are let go, as a slow connection does: all of them, or those that the page does not name. */
async function holdScripts(page: Page, address: string, which: "all" | "late"): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const html = which === "all" ? "" : await (await fetch(address)).text();
  await page.route("**/*.js", async (route) => {
    const { pathname } = new URL(route.request().url());
    if (!html.includes(pathname)) await promise;
    await route.continue();
  });
  return resolve;
}

test.each([
  ["register", "all"],
  ["register", "late"],
  ["login", "late"],
] as const)(
  "what is typed on /%s while %s scripts are on their way stays in the form",
  async (name, which) => {
    const reader = await openPersonsBrowser(browser);
    keepEvidence(`typed-early-${name}-${which}`, reader);
    const { page, complaints } = reader;
    const address = `${book.url}/${name}`;
    const letGo = await holdScripts(page, address, which);
    await page.goto(address, { waitUntil: "commit" });
    const email = page.locator("main input[name=email]");
    const password = page.locator("main input[name=password]");
    await email.fill("alice@example.org");
    await password.fill("lantern orchard");
    letGo();
    await formWorks(page);
    expect(await email.inputValue()).toBe("alice@example.org");
    expect(await password.inputValue()).toBe("lantern orchard");
    expect(complaints).toEqual([]);
    await reader.context.close();
  },
);

import { loadScreens } from "@bookplate/messages/screens";
import { loadStrength } from "@bookplate/messages/strength";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { formWorks } from "./support/reader.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";

const [screens, strength] = await Promise.all([loadScreens("en"), loadStrength("en")]);

let book: RunningBook;
let browser: Browser;

beforeAll(async () => {
  [book, browser] = await Promise.all([startBook(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await book?.stop();
});

/** The scripts that hold the meter, by a name that no other part of the book has. */
async function listenForMeter(page: Page): Promise<string[]> {
  const scripts: string[] = [];
  page.on("response", async (response) => {
    if (!response.url().endsWith(".js")) return;
    const text = await response.text().catch(() => "");
    if (text.includes("bp-strength-advice")) scripts.push(response.url());
  });
  return scripts;
}

const password = (page: Page) => page.getByLabel(screens.fields.password, { exact: true });
const advice = (page: Page) => page.locator(".bp-strength").getByRole("status");

test("the meter comes with the first focus of a new password, advises in words, and lets the reader go on", async () => {
  const desk = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/register$/ });
  keepEvidence("desk", desk);
  const { page } = desk;
  const meterScripts = await listenForMeter(page);

  await page.goto(`${book.url}/login`);
  await formWorks(page);
  await password(page).fill("password12");
  await page.goto(`${book.url}/register`);
  await formWorks(page);
  await page.getByLabel(screens.fields.name).fill("Alice Lovelace");
  await page.getByLabel(screens.fields.email).fill("alice@example.org");
  await page.waitForLoadState("networkidle");
  expect(meterScripts).toEqual([]);

  await password(page).focus();
  await advice(page).waitFor({ state: "attached" });
  expect(meterScripts).toHaveLength(1);
  await password(page).fill("Alice Lovelace 1815");
  await page.getByText(strength.weaknesses.personal).waitFor();

  // What the meter thinks keeps nobody from asking the server, which says the same.
  await page.getByRole("button", { name: screens.register.submit }).click();
  await page.locator("#bp-register-password-error").waitFor();
  await password(page).fill("lantern orchard velvet nine");
  await expect.poll(() => advice(page).textContent()).toBe(strength.strong);
  await page.getByRole("button", { name: screens.register.submit }).click();
  await page.getByText(screens.inbox.title).waitFor();
  expect(desk.complaints).toEqual([]);
});

test("where the meter cannot be loaded, registering works without it", async () => {
  const train = await openPersonsBrowser(browser);
  const { page } = train;
  await page.goto(`${book.url}/register`);
  await formWorks(page);
  await page.waitForLoadState("networkidle");
  // From here on the page gets no more scripts.
  const refused: string[] = [];
  await page.route("**/*.js", async (route) => {
    refused.push(route.request().url());
    await route.abort();
  });
  await page.getByLabel(screens.fields.name).fill("Bob");
  await page.getByLabel(screens.fields.email).fill("bob@example.org");
  await password(page).fill("copper meadow whistle four");
  await expect.poll(() => refused.length).toBeGreaterThan(0);
  await page.unroute("**/*.js");
  await page.getByRole("button", { name: screens.register.submit }).click();
  await page.getByText(screens.inbox.title).waitFor();
});

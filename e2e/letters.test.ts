import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityFaults } from "./support/accessibility.ts";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { letterLooks, printLetters } from "./support/letters.ts";

const letters = printLetters();
const languages = [...new Set(letters.map(({ language }) => language))];
/** They have every part between them, and contrast does not depend on words. */
const everyPart = ["password-reset", "email-changed", "account-banned", "announcement"];
const inEnglish = letters.filter(({ name, language }) => language === "en" && everyPart.includes(name));
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What in a letter is wider than its window, by its class. */
const findOverflow = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.body.querySelectorAll("*")]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < 0 || right > document.documentElement.clientWidth || element.scrollWidth > innerWidth;
      })
      .map((element) => element.className || element.tagName),
  );

describe.each(Object.entries(letterLooks))("a letter, %s", (_, look) => {
  test.each(languages)("in %s fits its window and asks the network for nothing", async (language) => {
    const { page, context, complaints } = await openPersonsBrowser(browser, look);
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    for (const { name, html } of letters.filter((letter) => letter.language === language)) {
      await page.setContent(html);
      expect(await findOverflow(page), name).toEqual([]);
    }
    expect([...requests, ...complaints]).toEqual([]);
    await context.close();
  });

  test("has enough contrast, and no fault that a machine can find", async () => {
    const { page, context } = await openPersonsBrowser(browser, look);
    for (const { name, html } of inEnglish) {
      await page.setContent(html);
      expect(await accessibilityFaults(page, "html"), name).toEqual([]);
    }
    await context.close();
  });
});

test("a letter stays readable in the dark where a mail program drops its style sheet", async () => {
  const { page, context } = await openPersonsBrowser(browser, letterLooks.dark);
  for (const { name, html } of inEnglish) {
    await page.setContent(html.replace(/<style>.*<\/style>/, ""));
    expect(await accessibilityFaults(page, "html"), name).toEqual([]);
  }
  await context.close();
});

test("a letter keeps its direction where a mail program drops its frame", async () => {
  const { page, context } = await openPersonsBrowser(browser, letterLooks.light);
  for (const { name, language, html, code } of letters.filter(({ name }) => name === "password-reset")) {
    const body = html.slice(html.indexOf("<div"), html.indexOf("</body>"));
    await page.setContent(`<!doctype html><html lang="en"><body>${body}</body></html>`);
    const directionOf = (part: string) =>
      page
        .locator(part)
        .first()
        .evaluate((element) => getComputedStyle(element).direction);
    expect(await directionOf(".sheet"), name).toBe(["ar", "ur"].includes(language) ? "rtl" : "ltr");
    expect(await directionOf(".digits bdi"), name).toBe("ltr");
    expect(await page.locator(".digits").textContent()).toBe(code);
  }
  await context.close();
});

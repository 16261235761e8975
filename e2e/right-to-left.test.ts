import { loadAnswerSentences } from "@bookplate/messages/answers";
import { loadLetters } from "@bookplate/messages/letters";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityFaults } from "./support/accessibility.ts";
import { visitAccountParts } from "./support/account-page.ts";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { visitChatParts } from "./support/chat-parts.ts";
import { keepEvidence } from "./support/evidence.ts";
import { visitLetterPages } from "./support/letter-pages.ts";
import { waitForLetter } from "./support/mailbox.ts";
import { readerIn } from "./support/reader.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";
import { buildTranslatedBook, rightToLeftBooks } from "./support/translated-book.ts";

const password = "lantern orchard velvet nine";
/** Asked for the password, the first press is refused. */
const refused = /\/auth\/verify-email$/;

/** These books have Docusaurus' stock blue, whose contrast is its own; the project's book is looked at for contrast, too. */
const isOurs = (fault: string) => !fault.startsWith("color-contrast:");

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.each(rightToLeftBooks)("a book in $language", (translated) => {
  const { language, suggestions } = translated;
  let book: RunningBook;
  beforeAll(async () => {
    book = await startBook(await buildTranslatedBook(translated));
  });
  afterAll(() => book?.stop());

  test("answers, writes and signs in from right to left", async () => {
    const own = await openPersonsBrowser(browser, { locale: language });
    keepEvidence(`right-to-left-${language}`, own);
    const at = await readerIn(language, own.page);
    const alice = { name: "Alice", email: `alice-${language}@example.org`, password };

    await own.page.goto(book.url);
    const html = own.page.locator("html");
    expect(await html.getAttribute("lang")).toBe(language);
    expect(await html.getAttribute("dir")).toBe("rtl");

    await at.openChat();
    expect((await at.chatPanel.boundingBox())?.x).toBe(0);
    const [question, aboutCode] = suggestions;
    await at.ask(question);
    const heading = decodeURIComponent((await at.sources.first().getAttribute("href"))?.split("#")[1] ?? "");
    expect(await own.page.locator(`[id="${heading}"]`).textContent()).toContain(question);
    const { onePassage, severalPassages } = await loadAnswerSentences(language);
    const lead = at.chatPanel.getByText(onePassage).or(at.chatPanel.getByText(severalPassages));
    expect(await lead.first().evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
    await at.ask(aboutCode);
    const code = at.chatPanel.locator("pre").last();
    expect(await code.evaluate((element) => getComputedStyle(element).direction)).toBe("ltr");

    await at.openRegister();
    await at.register(alice);
    const letter = await waitForLetter(book.url, alice.email);
    const words = (await loadLetters(language)).verifyRegistration;
    expect(letter.html).toContain(`<html lang="${language}" dir="rtl">`);
    expect(letter.html).toContain(words.button);
    expect(letter.html).toContain(`<bdi dir="ltr">${alice.email}</bdi>`);
    // A subject in Urdu begins with the book's name, in the other alphabet.
    await own.page.goto(`${book.url}/dev/mail`);
    const subject = own.page.locator("#subject", { hasText: letter.subject });
    expect(await subject.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
    expect(await html.getAttribute("lang")).toBe(language);
    expect(own.complaints).toEqual([]);

    const elsewhere = await openPersonsBrowser(browser, { locale: language, expectedFailures: refused });
    keepEvidence(`right-to-left-${language}-elsewhere`, elsewhere);
    const there = await readerIn(language, elsewhere.page);
    await there.openLink(letter.links.find((address) => address.includes("/verify#")) ?? "");
    await there.confirmElsewhere(alice);
    await there.seeAccount();
    await elsewhere.page.goto(book.url);
    await there.seeAccount();

    await elsewhere.page.setViewportSize({ width: 320, height: 700 });
    const expectSound = async (screen: string, within = "main") => {
      const faults = await accessibilityFaults(elsewhere.page, within);
      expect(faults.filter(isOurs), screen).toEqual([]);
      const cut = await elsewhere.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(cut, screen).toBeLessThanOrEqual(0);
    };
    await there.openChat();
    await there.readConversation(question);
    await visitChatParts(elsewhere.page, language, question, (part) => expectSound(part, ".bp-chat"));
    await visitAccountParts(elsewhere.page, book.url, expectSound);
    await visitLetterPages(elsewhere.page, book.url, expectSound);
    expect(elsewhere.complaints).toEqual([]);
    await Promise.all([own.context.close(), elsewhere.context.close()]);
  });
});

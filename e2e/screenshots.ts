// `npm run screenshots`: takes every screen in light, dark and at phone width into .cache/screenshots, to be looked at.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { repositoryRoot } from "../scripts/repository-paths.mjs";
import { visitAccountParts } from "./support/account-page.ts";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { visitChatParts } from "./support/chat-parts.ts";
import { visitLetterPages } from "./support/letter-pages.ts";
import { waitForLetter } from "./support/mailbox.ts";
import { reader } from "./support/reader.ts";
import { startBook } from "./support/running-book.ts";

const folder = join(repositoryRoot, ".cache", "screenshots");
const desktop = { width: 1280, height: 800 };

const looks: Record<string, BrowserContextOptions> = {
  light: { viewport: desktop, colorScheme: "light" },
  dark: { viewport: desktop, colorScheme: "dark" },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: "light", isMobile: true, hasTouch: true },
  "phone-dark": {
    viewport: { width: 390, height: 844 },
    colorScheme: "dark",
    isMobile: true,
    hasTouch: true,
  },
};

async function takeScreens(bookUrl: string, browser: Browser, look: string): Promise<void> {
  const { page, context } = await openPersonsBrowser(browser, { ...looks[look], reducedMotion: "reduce" });
  const person = {
    name: "Alice",
    email: `alice-${look}@example.org`,
    password: "lantern orchard velvet nine",
  };
  const at = reader(page);
  const take = async (screen: string, shown = page) => {
    await shown.screenshot({ path: join(folder, `${screen}-${look}.png`), animations: "disabled" });
  };

  await page.goto(bookUrl);
  await at.seeSignedOut();
  await take("book");
  await at.openSignIn();
  await take("sign-in");
  await page.keyboard.press("Escape");
  await at.openChat();
  await take("chat-empty");
  await at.ask("How does a refresh token notice theft?");
  await take("chat-answer");
  await visitChatParts(page, "en", "How does a refresh token notice theft?", take);
  await page.goto(`${bookUrl}/account`);
  await page.locator(".bp-row").waitFor();
  await take("account-guest");
  await at.openChat();
  await at.openRegister();
  await take("register");
  await at.register(person);
  await take("check-your-inbox");

  const letter = await waitForLetter(bookUrl, person.email);
  await page.goto(`${bookUrl}/dev/mail`);
  await page.getByText(letter.subject).first().waitFor();
  await take("mailbox");

  const elsewhere = await openPersonsBrowser(browser, { ...looks[look], reducedMotion: "reduce" });
  const link = letter.links.find((address) => address.includes("/verify#")) ?? "";
  const there = reader(elsewhere.page);
  await there.openLink(link);
  await take("verify", elsewhere.page);
  await there.confirmElsewhere(person);
  await there.seeAccount();
  await take("verified", elsewhere.page);
  await visitAccountParts(elsewhere.page, bookUrl, (part) => take(`account-${part}`, elsewhere.page));
  await visitLetterPages(elsewhere.page, bookUrl, (name) => take(name, elsewhere.page));
  await elsewhere.context.close();
  await context.close();
}

mkdirSync(folder, { recursive: true });
const book = await startBook();
const browser = await launchBrowser();
try {
  for (const look of Object.keys(looks)) await takeScreens(book.url, browser, look);
  process.stdout.write(`Screenshots of ${Object.keys(looks).join(", ")} are in ${folder}.\n`);
} finally {
  await browser.close();
  await book.stop();
}

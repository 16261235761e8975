// Takes the screens in other languages, and the server's own pages, into .cache/screenshots, to be looked at.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { repositoryRoot } from "../scripts/repository-paths.mjs";
import { visitAccountParts } from "./support/account-page.ts";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { visitChatParts } from "./support/chat-parts.ts";
import { visitLetterPages } from "./support/letter-pages.ts";
import { waitForLetter } from "./support/mailbox.ts";
import { readerIn } from "./support/reader.ts";
import { startBook } from "./support/running-book.ts";
import {
  buildTranslatedBook,
  leftToRightBooks,
  rightToLeftBooks,
  type TranslatedBook,
} from "./support/translated-book.ts";

const folder = join(repositoryRoot, ".cache", "screenshots");

const desktop = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const looks: Record<string, BrowserContextOptions> = {
  light: { ...desktop, colorScheme: "light" },
  dark: { ...desktop, colorScheme: "dark" },
  phone: { ...phone, colorScheme: "light" },
  "phone-dark": { ...phone, colorScheme: "dark" },
};

/** Which looks each language is taken in: together they show every direction in every look. */
const books: readonly { book: TranslatedBook; in: readonly string[] }[] = [
  ...leftToRightBooks.map((book) => ({ book, in: ["light", "phone"] })),
  ...rightToLeftBooks.map((book) => ({
    book,
    in: book.language === "ar" ? ["light", "dark", "phone"] : ["light", "phone", "phone-dark"],
  })),
];

/** The pages for those who run the server: name, path, and what is there once they are complete. */
const serverPages = [
  ["mailbox", "/dev/mail", "#letters a"],
  ["problems", "/problems", "table"],
  ["problem", "/problems/validation-failed", "pre"],
  ["api-docs", "/api/docs", ".opblock"],
] as const;

async function takeScreens(
  url: string,
  browser: Browser,
  { language, suggestions }: TranslatedBook,
  look: string,
) {
  const { page, context } = await openPersonsBrowser(browser, {
    ...looks[look],
    locale: language,
    reducedMotion: "reduce",
  });
  const alice = {
    name: "Alice",
    email: `alice-${look}@example.org`,
    password: "lantern orchard velvet nine",
  };
  const at = await readerIn(language, page);
  const take = async (screen: string, shown = page) => {
    const path = join(folder, `${screen}-${language}-${look}.png`);
    await shown.screenshot({ path, animations: "disabled" });
  };

  await page.goto(url);
  await at.seeSignedOut();
  await take("book");
  await at.openSignIn();
  await take("sign-in");
  await page.keyboard.press("Escape");
  await at.openChat();
  await take("chat-empty");
  await at.ask(suggestions[0]);
  await take("chat-answer");
  await visitChatParts(page, language, suggestions[0], take);
  await at.openRegister();
  await take("register");
  await at.register(alice);
  await take("check-your-inbox");

  const letter = await waitForLetter(url, alice.email);
  const elsewhere = await openPersonsBrowser(browser, {
    ...looks[look],
    locale: language,
    reducedMotion: "reduce",
  });
  await elsewhere.page.setContent(letter.html);
  await take("letter", elsewhere.page);
  const there = await readerIn(language, elsewhere.page);
  await there.openLink(letter.links.find((address) => address.includes("/verify#")) ?? "");
  await take("verify", elsewhere.page);
  await there.confirmElsewhere(alice);
  await there.seeAccount();
  await take("verified", elsewhere.page);
  await elsewhere.page.goto(`${url}/login`);
  await there.seeAccount();
  await take("signed-in", elsewhere.page);
  await visitAccountParts(elsewhere.page, url, (part) => take(`account-${part}`, elsewhere.page));
  await visitLetterPages(elsewhere.page, url, (name) => take(name, elsewhere.page));
  await elsewhere.context.close();

  for (const [screen, path, shown] of serverPages) {
    await page.goto(`${url}${path}`);
    await page.locator(shown).first().waitFor();
    await take(screen);
  }
  await context.close();
}

mkdirSync(folder, { recursive: true });
const wanted = argv.slice(2);
const browser = await launchBrowser();
try {
  for (const { book, in: wantedLooks } of books) {
    if (wanted.length > 0 && !wanted.includes(book.language)) continue;
    const running = await startBook(await buildTranslatedBook(book));
    try {
      for (const look of wantedLooks) await takeScreens(running.url, browser, book, look);
    } finally {
      await running.stop();
    }
    process.stdout.write(`Screenshots in ${book.language} are in ${folder}.\n`);
  }
} finally {
  await browser.close();
}

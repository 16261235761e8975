import { readFileSync } from "node:fs";
import { loadShelfWords } from "@bookplate/messages/shelf";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountPage } from "./support/account-page.ts";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { becomeGuest } from "./support/guest.ts";
import { reader } from "./support/reader.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";
import { expectSoundScreen } from "./support/screen-checks.ts";
import { readStoredTraces } from "./support/stored-traces.ts";

const question = "What becomes of my chats when I register an account?";
const shelf = await loadShelfWords("en");

let book: RunningBook;
let browser: Browser;

beforeAll(async () => {
  [book, browser] = await Promise.all([startBook(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await book?.stop();
});

/** Presses something that puts a file among the downloads. @returns its name and its text */
async function download(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const downloading = page.waitForEvent("download");
  await press();
  const file = await downloading;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

test("a guest finds a chat by its words, takes it along, and sees how much may still be asked", async () => {
  const desk = await openPersonsBrowser(browser);
  keepEvidence("shelf-chats", desk);
  const { page } = desk;
  const { words, part } = await accountPage(page);
  await page.goto(book.url);
  await becomeGuest(page, { chats: ["Passkeys at home", "The rest"] });
  await reader(page).openChat();
  await reader(page).ask(question);
  await page.goto(`${book.url}/account#chats`);
  const chats = part(words.chats.title);
  const rows = chats.getByRole("listitem");
  await rows.nth(2).waitFor();
  await chats.getByRole("heading", { name: shelf.usage.title }).waitFor();
  await chats.getByText(shelf.usage.messages({ used: "1", count: 20 })).waitFor();
  await expectSoundScreen(page);

  const field = chats.getByRole("searchbox", { name: shelf.chats.search });
  await field.fill("passkeys");
  await rows.nth(1).waitFor({ state: "detached" });
  await rows.getByText("Passkeys at home").waitFor();
  await field.fill("register account");
  await rows.locator("mark").first().waitFor();
  await expectSoundScreen(page);
  await rows.getByRole("button", { name: words.chats.open({ title: question }) }).click();
  const found = reader(page).chatPanel.locator("article[data-wanted]:focus");
  await found
    .getByText(/register/)
    .first()
    .waitFor();
  await expectSoundScreen(page, ".bp-chat");
  await page.keyboard.press("Escape");
  await field.fill("zeppelin");
  await chats.getByText(shelf.chats.nothingFound({ words: "zeppelin" })).waitFor();
  await field.fill("");
  await rows.nth(2).waitFor();

  const row = rows.filter({ hasText: question });
  await row.getByRole("button", { name: shelf.chats.export }).click();
  await row.locator("button:focus", { hasText: shelf.chats.markdown }).waitFor();
  await expectSoundScreen(page);
  const markdown = await download(page, () =>
    row.getByRole("button", { name: shelf.chats.markdown }).click(),
  );
  expect(markdown.name).toMatch(/^What becomes of my chats.*\.md$/);
  expect(markdown.text).toContain(question);
  await chats.getByText(shelf.chats.exported).waitFor();
  await row.getByRole("button", { name: shelf.chats.export }).click();
  const json = await download(page, () => row.getByRole("button", { name: shelf.chats.json }).click());
  expect(JSON.stringify(JSON.parse(json.text))).toContain(question);
  expect(desk.complaints).toEqual([]);
});

test("a guest goes to a bookmark, notes something on it, and removes another", async () => {
  const desk = await openPersonsBrowser(browser);
  keepEvidence("shelf-bookmarks", desk);
  const { page } = desk;
  const { words, part } = await accountPage(page);
  await page.goto(book.url);
  await becomeGuest(page, { bookmarks: ["/concepts", "/five-minute-start#ask-it"] });
  await page.goto(`${book.url}/account#bookmarks`);
  const bookmarks = part(words.bookmarks.title);
  const rows = bookmarks.getByRole("listitem");
  await rows.nth(1).waitFor();
  await expectSoundScreen(page);

  const concepts = rows.filter({ hasText: "Concepts" });
  await concepts.getByRole("button", { name: shelf.bookmarks.noteNamed({ place: "Concepts" }) }).click();
  await concepts.getByRole("textbox").fill("For the talk on Monday");
  await page.keyboard.press("Enter");
  await bookmarks.getByText(shelf.bookmarks.noted).waitFor();
  await concepts.getByText("For the talk on Monday").waitFor();
  expect(await rows.count()).toBe(2);

  const other = rows.filter({ hasText: "Five minute start › Ask it" });
  await other.getByRole("button", { name: /Remove/ }).click();
  await expectSoundScreen(page);
  await other.getByRole("group").getByRole("button", { name: shelf.bookmarks.remove }).click();
  await bookmarks.getByText(shelf.bookmarks.removed).waitFor();
  await page.reload();
  await rows.first().waitFor();
  expect(await rows.count()).toBe(1);
  await concepts.getByRole("link").click();
  await page.waitForURL(`${book.url}/concepts`);
  await page.getByRole("article").getByRole("heading", { level: 1 }).waitFor();
  expect(desk.complaints).toEqual([]);
});

test("a guest takes everything along and deletes it, without a password and with nothing left behind", async () => {
  const desk = await openPersonsBrowser(browser);
  keepEvidence("shelf-data", desk);
  const { page } = desk;
  const { words, part, safety } = await accountPage(page);
  const guestWords = { ...safety.data, ...safety.guestData };
  await page.goto(book.url);
  await becomeGuest(page, { chats: ["Passkeys at home"], bookmarks: ["/concepts"] });
  await page.goto(`${book.url}/account#data`);
  await page.getByText(words.guest).waitFor();
  const data = part(safety.data.title);
  await expectSoundScreen(page);
  const copy = await download(page, () => data.getByRole("button", { name: guestWords.export }).click());
  expect(JSON.parse(copy.text)).toMatchObject({ account: { guest: true } });
  expect(copy.text).toContain("Passkeys at home");
  expect(copy.text).toContain("/concepts");

  await data.getByRole("button", { name: guestWords.delete }).click();
  await data.getByText(guestWords.deleteQuestion).waitFor();
  await expectSoundScreen(page);
  await data.getByRole("button", { name: guestWords.deleteForGood }).click();
  await page.locator("h2:focus", { hasText: guestWords.farewellTitle }).waitFor();
  await expectSoundScreen(page);
  expect(await readStoredTraces(page, desk.context)).not.toMatch(/Passkeys|bpr_|eyJ/);
  await page.reload();
  await page.getByText(words.signedOut).waitFor();
  expect(desk.complaints).toEqual([]);
});

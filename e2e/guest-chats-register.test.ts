import { loadClaimsWords } from "@bookplate/messages/claims";
import { loadScreens } from "@bookplate/messages/screens";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountPage } from "./support/account-page.ts";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { becomeGuest } from "./support/guest.ts";
import { linkTo, waitForLetter } from "./support/mailbox.ts";
import { type Person, reader } from "./support/reader.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";
import { expectSoundScreen } from "./support/screen-checks.ts";

const person = (name: string): Person => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  password: "lantern orchard velvet nine",
});
const chats = ["What is a session?", "What is a refresh token?"];
const [claims, screens] = await Promise.all([loadClaimsWords("en"), loadScreens("en")]);

let book: RunningBook;
let browser: Browser;

beforeAll(async () => {
  [book, browser] = await Promise.all([startBook(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await book?.stop();
});

/** A browser in which a guest has asked, and has opened the registration from the account page. */
async function openRegistrationAsGuest(name: string) {
  // Becoming an account ends the guest's session, so this browser's refresh is refused once.
  const desk = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/refresh$/ });
  keepEvidence(name, desk);
  const account = await accountPage(desk.page);
  await desk.page.goto(`${book.url}/account`);
  await becomeGuest(desk.page, { chats });
  await desk.page.getByRole("button", { name: account.words.register }).click();
  const dialog = desk.page.getByRole("dialog", { name: screens.register.title });
  const question = dialog.getByRole("checkbox", { name: claims.keepChats({ count: chats.length }) });
  await question.waitFor();
  return { ...desk, account, question };
}

async function seeChats(page: Page, titles: readonly string[]): Promise<void> {
  const account = await accountPage(page);
  await page.goto(`${book.url}/account#chats`);
  const part = account.part(account.words.chats.title);
  for (const title of titles) await part.getByText(title).waitFor();
  if (titles.length === 0) await part.getByText(account.words.chats.empty).waitFor();
  expect(await part.getByRole("listitem").count()).toBe(titles.length);
}

test("alice registers where she has asked, and is told that her chats are hers now", async () => {
  const alice = person("Alice");
  const desk = await openRegistrationAsGuest("register-here");
  const { page } = desk;
  await expectSoundScreen(page, ".bp-dialog");
  await reader(page).register(alice);
  await reader(page).openLink(linkTo("/verify", await waitForLetter(book.url, alice.email)));
  await page.getByRole("button", { name: screens.verify.submit }).click();
  await page.getByText(screens.verify.doneTitle).waitFor();
  await page.getByText(screens.bars.conversationsAdded({ count: chats.length })).waitFor();
  await seeChats(page, chats);
  expect(desk.complaints).toEqual([]);
});

test("bob confirms on another device: nothing of the guest is there before, and his chats are on both after", async () => {
  const bob = person("Bob");
  const desk = await openRegistrationAsGuest("register-there");
  await reader(desk.page).register(bob);
  const link = linkTo("/verify", await waitForLetter(book.url, bob.email));

  const phone = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/verify-email$/ });
  keepEvidence("register-there-phone", phone);
  await phone.page.goto(`${book.url}/account`);
  await phone.page.getByText(desk.account.words.signedOut).waitFor();
  await reader(phone.page).openLink(link);
  expect(await phone.page.content()).not.toContain(chats[0]);
  await reader(phone.page).confirmElsewhere(bob);
  await seeChats(phone.page, chats);

  // The guest of the desk is the account now, and nobody uses it without signing in.
  await desk.page.goto(`${book.url}/account`);
  await desk.page.getByText(desk.account.words.signedOut).waitFor();
  await reader(desk.page).signIn(bob);
  await reader(desk.page).seeAccount();
  await seeChats(desk.page, chats);
  expect(desk.complaints).toEqual([]);
  expect(phone.complaints).toEqual([]);
});

test("carol registers at a machine that people share, and says that the chats there are not hers", async () => {
  const carol = person("Carol");
  const desk = await openRegistrationAsGuest("register-shared");
  await desk.question.uncheck();
  await reader(desk.page).register(carol);
  const phone = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/verify-email$/ });
  await reader(phone.page).openLink(linkTo("/verify", await waitForLetter(book.url, carol.email)));
  await reader(phone.page).confirmElsewhere(carol);
  await seeChats(phone.page, []);

  // Whoever asked there is still the guest, and has the chats.
  await seeChats(desk.page, chats);
  await desk.page.getByText(desk.account.words.guest).waitFor();
  expect(desk.complaints).toEqual([]);
});

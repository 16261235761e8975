import { loadClaimsWords } from "@bookplate/messages/claims";
import { loadProofsWords } from "@bookplate/messages/proofs";
import { loadScreens } from "@bookplate/messages/screens";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAccount } from "./support/account.ts";
import { accountPage } from "./support/account-page.ts";
import { createAuthenticator } from "./support/authenticator.ts";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { becomeGuest } from "./support/guest.ts";
import { type Person, reader } from "./support/reader.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";
import { expectSoundScreen } from "./support/screen-checks.ts";

const person = (name: string): Person => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  password: "lantern orchard velvet nine",
});
const [alice, bob, carol] = [person("Alice"), person("Bob"), person("Carol")];
const chats = ["What is a session?", "What is a refresh token?", "What is a passkey?"];
const [claims, proofs, screens] = await Promise.all([
  loadClaimsWords("en"),
  loadProofsWords("en"),
  loadScreens("en"),
]);

let book: RunningBook;
let browser: Browser;

beforeAll(async () => {
  [book, browser] = await Promise.all([startBook(), launchBrowser()]);
  for (const each of [alice, bob, carol]) await openAccount(book.url, each);
});

afterAll(async () => {
  await browser?.close();
  await book?.stop();
});

/** A browser in which a guest has asked, with the sign-in dialog open and the question about the chats on it. */
async function openDialogAsGuest(name: string, guest: Parameters<typeof becomeGuest>[1]) {
  const desk = await openPersonsBrowser(browser, {
    expectedFailures: /\/auth\/(?:login|refresh|second-factor)$/,
  });
  keepEvidence(name, desk);
  await desk.page.goto(book.url);
  await becomeGuest(desk.page, guest);
  const dialog = await reader(desk.page).openSignIn();
  const { length: count } = guest.chats ?? [];
  const label =
    count > 0 ? claims.keepChats({ count }) : claims.keepBookmarks({ count: guest.bookmarks?.length ?? 0 });
  const question = dialog.getByRole("checkbox", { name: label });
  await question.waitFor();
  return { ...desk, dialog, question };
}

async function typePassword(page: Page, { email, password }: Person): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(screens.fields.email).fill(email);
  await dialog.getByLabel(screens.fields.password, { exact: true }).fill(password);
  await dialog.getByRole("button", { name: screens.login.submit, exact: true }).click();
}

/** The part of the account page with the reader's chats, and how many there are. */
async function seeChats(page: Page, titles: readonly string[]): Promise<void> {
  const account = await accountPage(page);
  await page.goto(`${book.url}/account#chats`);
  const part = account.part(account.words.chats.title);
  for (const title of titles) await part.getByText(title).waitFor();
  if (titles.length === 0) await part.getByText(account.words.chats.empty).waitFor();
  expect(await part.getByRole("listitem").count()).toBe(titles.length);
}

test("alice signs in where she has asked as a guest: the form names the chats, and they come along", async () => {
  const bookmarks = ["/concepts", "/sessions#refresh"];
  const desk = await openDialogAsGuest("keep-chats", { chats, bookmarks });
  const { page, dialog, question } = desk;
  expect(await question.isChecked()).toBe(true);
  for (const title of chats) await dialog.getByText(title).waitFor();
  await dialog.getByText(claims.alsoBookmarks({ count: 2 })).waitFor();
  await expectSoundScreen(page, ".bp-dialog");

  await typePassword(page, alice);
  await reader(page).seeAccount();
  await page.getByText(screens.bars.conversationsAdded({ count: 3 })).waitFor();
  await seeChats(page, chats);
  const account = await accountPage(page);
  const kept = await account.goTo("bookmarks");
  await kept.getByRole("link", { name: "Sessions › Refresh" }).waitFor();
  expect(desk.complaints).toEqual([]);
});

test("bob says that a stranger's chats are not his: he never sees them, nor is he asked again, nor does the next reader", async () => {
  const desk = await openDialogAsGuest("leave-chats", { chats });
  const { page, question } = desk;
  const at = reader(page);
  await question.uncheck();
  await typePassword(page, { ...bob, password: "not this one at all" });
  await page.getByRole("dialog").getByRole("alert").getByText(/\w/).waitFor();
  expect(await question.isChecked()).toBe(false);
  const forgotten = page.waitForResponse(
    (answer) => answer.url().endsWith("/guests/claim") && answer.request().method() === "DELETE",
  );
  await typePassword(page, bob);
  await at.seeAccount();
  expect((await forgotten).status()).toBe(204);

  await seeChats(page, []);
  await page.reload();
  await at.seeAccount();
  expect(await page.getByText(claims.question({ count: 3 })).count()).toBe(0);

  await page.goto(book.url);
  await at.signOut();
  await at.seeSignedOut();
  const dialog = await at.openSignIn();
  await dialog.getByLabel(screens.fields.email).fill(alice.email);
  expect(await dialog.getByRole("checkbox").count()).toBe(0);
  expect(desk.complaints).toEqual([]);
});

test("carol, who shows a second factor, is asked once: before her password", async () => {
  const home = await openPersonsBrowser(browser);
  const account = await accountPage(home.page);
  const { secondFactor, setUp, codes } = account.safety;
  await home.page.goto(book.url);
  await reader(home.page).signIn(carol);
  await account.openFromMenu();
  const section = (await account.goTo("security")).getByRole("region", { name: secondFactor.title });
  await section.getByRole("button", { name: secondFactor.turnOn }).click();
  const uri = await section.getByRole("link", { name: setUp.open }).getAttribute("href");
  const app = createAuthenticator(uri ?? "");
  await section.getByLabel(proofs.totp.label).fill(app.code());
  await section.getByRole("button", { name: setUp.submit }).click();
  await section.getByRole("heading", { name: codes.title }).waitFor();
  await home.context.close();

  const desk = await openDialogAsGuest("keep-chats-second-factor", { chats: chats.slice(0, 1) });
  const { page } = desk;
  await typePassword(page, carol);
  await page.getByLabel(proofs.totp.label).fill(app.code());
  await page.getByRole("dialog").getByRole("button", { name: proofs.submit }).click();
  await reader(page).seeAccount();
  await page.getByText(screens.bars.conversationsAdded({ count: 1 })).waitFor();
  await seeChats(page, chats.slice(0, 1));
  expect(desk.complaints).toEqual([]);
});

test("a guest who has only kept bookmarks is asked about these", async () => {
  const desk = await openDialogAsGuest("keep-bookmarks", { bookmarks: ["/concepts"] });
  const { page } = desk;
  await typePassword(page, bob);
  await reader(page).seeAccount();
  await page.goto(`${book.url}/account#bookmarks`);
  await page.getByRole("link", { name: "Concepts", exact: true }).last().waitFor();
  expect(desk.complaints).toEqual([]);
});
